import type { Standing } from "~/people/access.ts";
import { mayEditSession, mayLeadFestival, mayOrganiseFestival } from "../access.ts";
import type { Proposal } from "../call/proposal.ts";
import type { Festival } from "../festival.ts";

/** Who organises; their address too, because speakers are named by it. */
export type Reviewer = Standing & { personId: string; email: string };

type Given = Pick<Proposal, "proposer" | "speakers">;

/** They propose it, or were asked to give it with somebody, whatever they answered. */
export function isInvolved({ personId, email }: Reviewer, { proposer, speakers }: Given): boolean {
  return (
    proposer.id === personId ||
    speakers.some((speaker) => speaker.personId === personId || speaker.email === email)
  );
}

/** Organisers of the hosts review, but never what they propose or speak in themselves. */
export function mayReview(viewer: Reviewer, festival: Festival, proposal: Given): boolean {
  return mayOrganiseFestival(viewer, festival) && !isInvolved(viewer, proposal);
}

/** Others' scores are kept until one has given one's own, so that nobody leans on them; the lead sees them at once. */
export function maySeeScores(
  viewer: Reviewer,
  festival: Festival,
  proposal: Given,
  { reviewed, open }: { reviewed: boolean; open: boolean },
): boolean {
  if (isInvolved(viewer, proposal)) return false;
  return reviewed || !open || mayLeadFestival(viewer, festival);
}

/** Each host decides on its own proposals, the lead on all. */
export function mayDecide(
  viewer: Reviewer,
  festival: Festival,
  { organisation }: Pick<Proposal, "organisation">,
): boolean {
  return mayEditSession(viewer, festival, { organisationId: organisation.id });
}

/** Mails of decisions go out for all hosts together. */
export const maySendDecisions = mayLeadFestival;

import type { Standing } from "~/people/access.ts";
import type { Instant } from "~/platform/time.ts";
import { mayEditSession } from "../access.ts";
import { acceptedHosts, type Festival } from "../festival.ts";
import { callWindow } from "./call.ts";
import type { Proposal } from "./proposal.ts";

/** Who asks about proposals: their address too, because co-speakers are named by it. */
export type Proposer = Standing & { personId: string; email: string };
type Asking = Proposer | null;
type Owned = Pick<Proposal, "proposer" | "organisation" | "status" | "speakers">;

/** For and by the employees of the hosts. */
export function mayPropose(
  viewer: Asking,
  festival: Festival,
): viewer is Proposer & { organisationId: string } {
  return acceptedHosts(festival).some((host) => host.id === viewer?.organisationId);
}

export const isProposer = (viewer: Asking, { proposer }: Pick<Proposal, "proposer">): boolean =>
  viewer?.personId === proposer.id;

/** Named as a speaker, whatever they answered. */
export const speakerOf = (viewer: Asking, { speakers }: Pick<Proposal, "speakers">) =>
  speakers.find(
    (speaker) => viewer && (speaker.personId === viewer.personId || speaker.email === viewer.email),
  );

/** The proposer and the co-speakers who agreed; they write it together. */
export function isWriter(viewer: Asking, proposal: Pick<Proposal, "proposer" | "speakers">): boolean {
  return isProposer(viewer, proposal) || speakerOf(viewer, proposal)?.status === "agreed";
}

/** Organisers of the host whose proposal it is, and the lead's; never of a draft. */
export function organisesProposal(viewer: Asking, festival: Festival, proposal: Owned): boolean {
  if (proposal.status === "draft") return false;
  return mayEditSession(viewer, festival, { organisationId: proposal.organisation.id });
}

/** The page of one proposal as its writers know it. */
export function maySeeProposal(viewer: Asking, festival: Festival, proposal: Owned): boolean {
  return isWriter(viewer, proposal) || organisesProposal(viewer, festival, proposal);
}

/**
 * Its writers until the call closes, whatever was decided: what they change then is shown to the organisers. The
 * organisers also later, as long as nothing was decided.
 */
export function mayEditProposal(viewer: Asking, festival: Festival, proposal: Owned, now: Instant): boolean {
  const { status } = proposal;
  if (isWriter(viewer, proposal) && callWindow(festival, now) === "open") return status !== "withdrawn";
  return status === "submitted" && organisesProposal(viewer, festival, proposal);
}

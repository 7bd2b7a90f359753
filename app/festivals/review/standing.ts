import type { ProposalStatus } from "#db/schema/proposals.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { agreedSpeakers, type Proposal, type ProposalSpeaker } from "../call/proposal.ts";

/** Who answers. */
export interface Who {
  personId: string;
  email: string;
}

type Facts = Pick<Proposal, "status" | "toldStatus" | "speakers" | "proposer">;

/** What somebody who would give it can say now. */
export type MyPart =
  | { is: "none" }
  /** They were told that it is in reserve, and need not wait. */
  | { is: "waiting"; others: string[]; mayWithdraw: WithdrawScope[] }
  /** They were told that it is accepted, and have not said yet that they give it. */
  | { is: "asked"; others: string[]; mayWithdraw: WithdrawScope[] }
  /** They confirmed; `waitingFor`: the other speakers who have not. */
  | {
      is: "confirmed";
      since: IsoInstant;
      waitingFor: string[];
      others: string[];
      mayWithdraw: WithdrawScope[];
    };

/** `me`: the others give it without them. `all`: nobody gives it. */
export const withdrawScopes = ["me", "all"] as const;
export type WithdrawScope = (typeof withdrawScopes)[number];

export function partOf(who: Who, proposal: Facts): MyPart {
  const mine = speakerFor(who, proposal);
  const mayWithdraw = scopesFor(who, proposal);
  const others = agreedSpeakers(proposal).filter((speaker) => speaker !== mine);
  const common = { others: others.map(({ name }) => name), mayWithdraw };
  const { status, toldStatus } = proposal;
  if (status === "reserve" && toldStatus === "reserve" && mayWithdraw.length > 0)
    return { is: "waiting", ...common };
  if (!mine || toldStatus !== "accepted" || !isAccepted(status)) return { is: "none" };
  if (mine.confirmedAt === null) return { is: "asked", ...common };
  const waitingFor = others.filter(({ confirmedAt }) => confirmedAt === null).map(({ name }) => name);
  return { is: "confirmed", since: mine.confirmedAt, waitingFor, ...common };
}

/** A co-speaker speaks for themselves; for all the proposer does, and whoever is left alone. */
export function scopesFor(who: Who, proposal: Pick<Proposal, "speakers" | "proposer">): WithdrawScope[] {
  const agreed = agreedSpeakers(proposal);
  const speaks = speakerFor(who, proposal) !== undefined;
  const alone = speaks && agreed.length === 1;
  const scopes: WithdrawScope[] = [];
  if (speaks && !alone) scopes.push("me");
  if (alone || proposal.proposer.id === who.personId) scopes.push("all");
  return scopes;
}

export const isAccepted = (status: ProposalStatus) => status === "accepted" || status === "confirmed";

/** Somebody may have agreed before they were here; then they are known by their address. */
export function speakerFor(
  { personId, email }: Who,
  proposal: Pick<Proposal, "speakers">,
): ProposalSpeaker | undefined {
  const agreed = agreedSpeakers(proposal);
  return (
    agreed.find((speaker) => speaker.personId === personId) ??
    agreed.find((speaker) => speaker.personId === null && speaker.email === email)
  );
}

/** Those who were told that it is accepted and have not confirmed. */
export function unconfirmedOf(proposal: Facts): ProposalSpeaker[] {
  if (proposal.status !== "accepted" || proposal.toldStatus !== "accepted") return [];
  return agreedSpeakers(proposal).filter(({ confirmedAt }) => confirmedAt === null);
}

/** Nobody is reminded twice in a day, nor on the day they were told. */
export const remindAfterHours = 24;

export function mayBeReminded(
  { toldAt, remindedAt }: Pick<Proposal, "toldAt" | "remindedAt">,
  now: IsoInstant,
): boolean {
  const last = Math.max(...[toldAt, remindedAt].map((instant) => (instant ? Date.parse(instant) : 0)));
  return Date.parse(now) - last >= remindAfterHours * 3_600_000;
}

import type { ProposalStatus } from "#db/schema/proposals.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { agreedSpeakers, type Proposal, type ProposalSpeaker } from "../call/proposal.ts";

type Facts = Pick<Proposal, "status" | "toldStatus" | "speakers" | "proposer">;

/** What somebody who would give it can say now. */
export type MyPart =
  | { is: "none" }
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

export function partOf(personId: string, proposal: Facts): MyPart {
  const mine = speakerFor(personId, proposal);
  if (!mine || proposal.toldStatus !== "accepted" || !isAccepted(proposal.status)) return { is: "none" };
  const others = agreedSpeakers(proposal).filter((speaker) => speaker !== mine);
  const names = others.map(({ name }) => name);
  const mayWithdraw = scopesFor(personId, proposal);
  if (mine.confirmedAt === null) return { is: "asked", others: names, mayWithdraw };
  const waitingFor = others.filter(({ confirmedAt }) => confirmedAt === null).map(({ name }) => name);
  return { is: "confirmed", since: mine.confirmedAt, waitingFor, others: names, mayWithdraw };
}

/** A co-speaker speaks for themselves; for all the proposer does, and whoever is left alone. */
export function scopesFor(
  personId: string,
  proposal: Pick<Proposal, "speakers" | "proposer">,
): WithdrawScope[] {
  const agreed = agreedSpeakers(proposal);
  const speaks = agreed.some((speaker) => speaker.personId === personId);
  const alone = speaks && agreed.length === 1;
  const scopes: WithdrawScope[] = [];
  if (speaks && !alone) scopes.push("me");
  if (alone || proposal.proposer.id === personId) scopes.push("all");
  return scopes;
}

export const isAccepted = (status: ProposalStatus) => status === "accepted" || status === "confirmed";

export const speakerFor = (
  personId: string,
  proposal: Pick<Proposal, "speakers">,
): ProposalSpeaker | undefined => agreedSpeakers(proposal).find((speaker) => speaker.personId === personId);

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

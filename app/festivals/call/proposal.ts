import type { ProposalSpeakerStatus, ProposalStatus, QuestionKind } from "#db/schema/proposals.ts";
import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { HostOrganisation } from "../festival.ts";

export interface Format {
  id: string;
  name: string;
  kind: SessionKind;
  durationMinutes: number;
}

/** A question of the organisers' own. */
export interface Question {
  id: string;
  kind: QuestionKind;
  label: string;
  hint: string;
  required: boolean;
  options: string[];
}

export interface ProposalSpeaker {
  id: string;
  /** Known once they agreed: nobody learns who a colleague is by typing an address. */
  personId: string | null;
  /** Their own once they agreed; before that what the proposer typed, or else the address. */
  name: string;
  email: string;
  status: ProposalSpeakerStatus;
  /** When they were asked by mail; null while the proposal is a draft. */
  invitedAt: IsoInstant | null;
  answeredAt: IsoInstant | null;
  /** Since when they stand by the accepted session. */
  confirmedAt: IsoInstant | null;
}

/** What a colleague offers to give, with the names that a page needs. */
export interface Proposal {
  id: string;
  festivalId: string;
  status: ProposalStatus;
  title: string;
  abstract: string;
  language: string;
  level: SessionLevel;
  /** How many can take part; null: any number. */
  size: number | null;
  topics: string[];
  equipment: string;
  /** For the organisers alone. */
  notes: string;
  /** By the id of the question. */
  answers: Record<string, string>;
  version: number;
  createdAt: IsoInstant;
  updatedAt: IsoInstant;
  submittedAt: IsoInstant | null;
  decidedAt: IsoInstant | null;
  /** When the speakers were told of the decision; null while only organisers know it. */
  toldAt: IsoInstant | null;
  toldStatus: ProposalStatus | null;
  /** When those of its speakers who had not confirmed were last reminded. */
  remindedAt: IsoInstant | null;
  withdrawnAt: IsoInstant | null;
  withdrawnReason: string;
  /** What the session in the draft was last made of. */
  takenOver: Record<string, unknown> | null;
  proposer: { id: string; name: string; email: string };
  /** The host whose session it would be. */
  organisation: HostOrganisation;
  format: Format | null;
  track: { id: string; name: string; colour: string } | null;
  /** The proposer first, then in the order in which they were named; those who declined too. */
  speakers: ProposalSpeaker[];
}

/** What its writers read of it: how it was decided stays with the organisers until they tell. */
export type ShownProposal = Omit<Proposal, "status" | "decidedAt" | "toldAt" | "takenOver" | "remindedAt">;

/** Those who would give it, as far as they agreed. */
export const agreedSpeakers = ({ speakers }: Pick<Proposal, "speakers">): ProposalSpeaker[] =>
  speakers.filter((speaker) => speaker.status === "agreed");

/** Where it stands in the eyes of those who propose: nobody reads a decision before they are told of it. */
export const standings = [
  "draft",
  "received",
  "review",
  "accepted",
  "confirmed",
  "reserve",
  "declined",
  "withdrawn",
] as const;
export type ProposalStanding = (typeof standings)[number];

/** `review` once the call is closed and until the speakers are told. */
export function standingOf(
  { status, toldStatus }: Pick<Proposal, "status" | "toldStatus">,
  callIsOpen: boolean,
): ProposalStanding {
  if (status === "draft" || status === "withdrawn") return status;
  if (status === "confirmed") return "confirmed";
  if (toldStatus === "accepted" || toldStatus === "reserve" || toldStatus === "declined") return toldStatus;
  return callIsOpen ? "received" : "review";
}

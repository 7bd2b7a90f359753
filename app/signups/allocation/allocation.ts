import type { BallotMode } from "#db/schema/ballots.ts";

/** A session people may hand in a wish for. */
export interface BallotSession {
  id: string;
  /** The instant its slot begins; a person gets at most one seat a slot. */
  slot: string;
  /** Milliseconds since 1970. */
  startsAt: number;
  endsAt: number;
  /** Null: as many as like. */
  capacity: number | null;
  /** The same workshop given again: one seat a person. */
  workshop: string | null;
  /** Seats kept, by organisation. */
  guarantees: Record<string, number>;
}

export interface BallotPerson {
  id: string;
  organisation: string | null;
  /** Those of one party sit together or not at all, slot by slot. */
  party: string | null;
  /** Session id → rank, 1 to 8 within its slot. */
  wishes: Record<string, number>;
  vetoes: string[];
  /** Slots in which they would rather be free than in something they did not wish for. */
  ratherFree: string[];
  /** What they give or attend already, in milliseconds since 1970, half open. */
  busy: { from: number; until: number }[];
}

export interface BallotInputs {
  sessions: BallotSession[];
  people: BallotPerson[];
}

export interface AllocateOptions {
  mode: BallotMode;
  /** Decides every tie; published before the wishes close. */
  seed: string;
  /** By `clock`, which counts milliseconds. Where it runs out the result says `cutShort`. */
  timeLimitMs?: number;
  clock?: () => number;
}

export interface Seat {
  personId: string;
  sessionId: string;
  /** Null: not wished for, given so that nobody is left without. */
  rank: number | null;
}

export interface AllocationResult {
  mode: BallotMode;
  /** By slot, then session, then place in the lottery. */
  seats: Seat[];
  /** Person ids; those of one party share one lot. */
  lottery: string[];
  /** No other allocation is better for all together. Never said of turns. */
  exact: boolean;
  /** How much better, as a part of the sum of squares, the best could be at most; 0 when exact, 1 when unknown. */
  gap: number;
  /** Time ran out: another run may differ. */
  cutShort: boolean;
}

export interface OrganisationReport {
  /** Null: people without one. */
  organisation: string | null;
  people: number;
  asked: number;
  seats: number;
  byRank: number[];
  notWished: number;
  withoutSeat: number;
}

export interface AllocationReport {
  people: number;
  /** Person-slots with a wish. */
  asked: number;
  seats: number;
  /** Seats by the rank of the wish; `byRank[0]` counts first choices. */
  byRank: number[];
  /** Seats nobody wished for, given as a last resort. */
  notWished: number;
  /** Person-slots that asked and got nothing. */
  withoutSeat: number;
  /** People who asked and got nothing in any slot. */
  peopleWithoutAnySeat: number;
  /** People who asked and got a first choice in no slot. */
  withoutFirstChoice: number;
  perOrganisation: OrganisationReport[];
  /** Of all seats; 9 is a seat that was not wished for, 0 where there are none. */
  worstRank: number;
  sumOfSquares: number;
  /** How many ranks below their first choice people sit, summed over their slots. */
  regret: { worst: number; ninetieth: number; mean: number };
}

/** An unfulfilled wish, in the order in which it joins the queue of its session. */
export interface QueuedWish {
  personId: string;
  sessionId: string;
  partyId: string | null;
}

/** Why one wish was not fulfilled. */
export type Missed = { sessionId: string; rank: number } & (
  | { reason: "vetoed" | "busy" }
  /** They have a seat at the same time, or in the same workshop, in another slot. */
  | { reason: "clash" | "same-workshop"; otherSessionId: string }
  /** Not everybody of the party can be there, or so many seats together were not to be had. */
  | { reason: "party"; size: number }
  /** Seats are free, but kept for other hosts. */
  | { reason: "kept"; kept: number }
  /** Turns: `fitted` came before and took the seats; the last of them was number `last` in the lottery. */
  | { reason: "turn"; number: number; fitted: number; last: number }
  /** Together: it went to people for whom that was the better way to seat everybody; `firstChoices` of them had it first. */
  | { reason: "together"; taken: number; firstChoices: number; exact: boolean }
  /** Together: equally good for all, so the lottery decided; the one who has it was number `other`. */
  | { reason: "lottery"; number: number; other: number }
);

/** What a page turns into a sentence and a list. */
export type Why =
  | { kind: "unknown" }
  /** No wish in this slot. */
  | { kind: "not-asked"; ratherFree: boolean }
  | { kind: "first-choice"; sessionId: string; fromGuarantee: boolean }
  | { kind: "lower-choice"; sessionId: string; rank: number; fromGuarantee: boolean; missed: Missed[] }
  /** A seat nobody asked for, so that they are not left without. */
  | { kind: "last-resort"; sessionId: string; fromGuarantee: boolean; missed: Missed[] }
  /** Nothing; `ratherFree` says that they did not want just anything. */
  | { kind: "without"; ratherFree: boolean; missed: Missed[] };

import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import { boundaryOf, stageDays, stageInForce } from "../escalation/boundaries.ts";
import type { Turn } from "../roster.server.ts";

export interface TurnState {
  is:
    | "cancelled"
    | "passed"
    | "held"
    | "heldFloor"
    | "noShow"
    | "guest"
    | "openFloor"
    | "confirmed"
    | "swapping"
    | "asked"
    | "standIns"
    | "undecided"
    | "called"
    | "pencilled"
    | "nobody";
  /** Members it is about; a guest has none. */
  memberIds: string[];
  at: IsoInstant | null;
}

export interface NextByItself {
  is: "none" | "held" | "heldFloor" | "lapses" | "offer" | "call" | "standIns" | "organisers" | "passes";
  at: IsoInstant | null;
}

type Known = Pick<
  Turn,
  "status" | "memberId" | "guest" | "offers" | "startsAt" | "endsAt" | "openCallAt" | "organisersAt"
>;

/** Where a turn stands, for one sentence. `swapUntil` while its speaker looks for somebody to swap with. */
export function stateOf(turn: Known, swapUntil: IsoInstant | null): TurnState {
  const memberIds = turn.memberId === null ? [] : [turn.memberId];
  const state = (is: TurnState["is"], at: IsoInstant | null = null): TurnState => ({ is, memberIds, at });
  switch (turn.status) {
    case "cancelled":
      return state("cancelled");
    case "held":
      return state(turn.guest?.is === "open-floor" ? "heldFloor" : "held");
    case "no-show":
      return state("noShow");
    case "confirmed":
      if (turn.guest) return state(turn.guest.is === "guest" ? "guest" : "openFloor");
      return swapUntil ? state("swapping", swapUntil) : state("confirmed");
    case "offered": {
      const offer = turn.offers.findLast(({ status }) => status === "open");
      return state("asked", offer?.deadlineAt ?? null);
    }
    case "open":
      return openState(turn, memberIds);
  }
}

function openState(turn: Known, pencilled: string[]): TurnState {
  const standIns = turn.offers.filter(({ status, kind }) => status === "open" && kind === "stand-in");
  if (standIns.length > 0) {
    const memberIds = standIns.map(({ memberId }) => memberId);
    return { is: "standIns", memberIds, at: standIns[0]!.deadlineAt };
  }
  if (turn.organisersAt !== null) return { is: "undecided", memberIds: [], at: null };
  if (turn.openCallAt !== null) return { is: "called", memberIds: [], at: null };
  if (pencilled.length > 0) return { is: "pencilled", memberIds: pencilled, at: null };
  return { is: "nobody", memberIds: [], at: null };
}

/** What comes next when nobody does anything, and when. */
export function nextOf(turn: Known, timeZone: string, now: Instant): NextByItself {
  if (!isBefore(now, turn.startsAt) || !["open", "offered", "confirmed"].includes(turn.status))
    return { is: "none", at: null };
  if (turn.status === "confirmed") return { is: turn.guest ? "heldFloor" : "held", at: turn.startsAt };
  const begins = (stage: keyof typeof stageDays) => boundaryOf(turn, timeZone, stageDays[stage]).toString();
  switch (stageInForce(turn, timeZone, now)) {
    case null:
      return turn.status === "offered" ? lapse(turn) : { is: "offer", at: begins("first") };
    case "first":
    case "second":
    case "third":
      return turn.status === "offered" ? lapse(turn) : { is: "call", at: begins("open-call") };
    case "open-call":
      return { is: "standIns", at: begins("stand-ins") };
    case "stand-ins":
      return { is: "organisers", at: begins("organisers") };
    case "organisers":
      return { is: "passes", at: turn.endsAt };
  }
}

function lapse({ offers }: Known): NextByItself {
  return { is: "lapses", at: offers.findLast(({ status }) => status === "open")?.deadlineAt ?? null };
}

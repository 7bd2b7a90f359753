import type { SessionStatus } from "#db/schema/sessions.ts";
import type { CheckInKind, SignupStatus } from "#db/schema/signups.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import type { Obstacle } from "../decide.ts";
import { queueStandsAt } from "../seats/moments.ts";
import { mayCheckInAt, seatsWaitUntil } from "./moments.ts";

export interface DoorFacts {
  kind: CheckInKind;
  session: {
    status: SessionStatus;
    startsAt: IsoInstant;
    timeZone: string;
    capacity: number | null;
    seatsTaken: number;
  };
  /** When it happened at the door. */
  at: Instant;
  /** What this person has of the session. */
  own: { status: SignupStatus; walkIn: boolean } | null;
  /** What is known of this person at a later moment: a device told of it sooner. */
  later: CheckInKind | null;
  /** Whether a seat is free that is kept for nobody else. */
  freeForThem: boolean;
  /** How many wait for a seat. */
  waiting: number;
  /** Who has a seat and has not come; the one whose seat goes first. */
  absentee: string | null;
  /** What else they have at this time, or of this workshop. */
  obstacles: Obstacle[];
  /** Whether they give up what is in the way. */
  givesUp: boolean;
  /** Whether they come in though every seat has somebody on it. */
  anyway: boolean;
}

/** Why nothing came of it; each is a sentence on the page. */
export type Refused =
  | "cancelled"
  | "too-early"
  | "too-late"
  /** Has no seat: a walk-in, if anything. */
  | "no-seat"
  /** What is free is kept for those who wait, until half an hour before the start, or for a host. */
  | "kept"
  /** Every seat has an owner; those who have not come lose theirs ten minutes after the start. */
  | "not-yet"
  /** Somebody sits on every seat. */
  | "full"
  /** Has a seat elsewhere at this time, which can be given up, */
  | "elsewhere"
  /** gives something then, which cannot, */
  | "gives"
  /** or has been to this workshop. */
  | "same-workshop";

export type DoorDecision =
  /** `absent`: of somebody who has not come. `extra`: one more than there were. */
  | { do: "arrive"; seat: "own" | "free" | "absent" | "extra" }
  | { do: "leave"; loses: "arrival" | "seat" }
  /** `overtaken`: something later is known already, and counts. */
  | { do: "nothing"; why: "already" | "overtaken" }
  | { do: "refuse"; why: Refused };

/** What becomes of one thing that happened at the door. */
export function decideCheckIn(facts: DoorFacts): DoorDecision {
  const { kind, session, own, at, later } = facts;
  if (session.status === "cancelled") return { do: "refuse", why: "cancelled" };
  const untimely = mayCheckInAt(session, at);
  if (untimely) return { do: "refuse", why: untimely };
  const isIn = own?.status === "attended";
  if (later && (later === "undo") !== (kind === "undo")) return { do: "nothing", why: "overtaken" };
  if (isIn !== (kind === "undo")) return { do: "nothing", why: "already" };
  if (kind === "undo") return { do: "leave", loses: own?.walkIn ? "seat" : "arrival" };
  if (own?.status === "confirmed") return { do: "arrive", seat: "own" };
  const hasOwn = own?.status === "offered";
  if (!hasOwn && own?.status !== "absent" && kind === "in") return { do: "refuse", why: "no-seat" };
  const inTheWay = wayOf(facts);
  if (inTheWay) return { do: "refuse", why: inTheWay };
  return hasOwn ? { do: "arrive", seat: "own" } : seatFor(facts);
}

/** A seat for somebody at the door who has none: free, or of somebody who has not come. */
function seatFor(facts: DoorFacts): DoorDecision {
  const { session, at, own, waiting, absentee } = facts;
  const isFree = session.capacity === null || session.seatsTaken < session.capacity;
  // Their own seat was given away: they passed nobody then, and come in while there is room.
  const cameBack = own?.status === "absent";
  if (!cameBack && isBefore(at, seatsWaitUntil(session))) {
    if (!isFree) return { do: "refuse", why: "not-yet" };
    const isTheirs = facts.freeForThem && (waiting === 0 || !isBefore(at, queueStandsAt(session)));
    return isTheirs ? { do: "arrive", seat: "free" } : { do: "refuse", why: "kept" };
  }
  if (isFree) return { do: "arrive", seat: "free" };
  if (absentee !== null) return { do: "arrive", seat: "absent" };
  return cameBack && facts.anyway ? { do: "arrive", seat: "extra" } : { do: "refuse", why: "full" };
}

function wayOf({ obstacles, givesUp }: DoorFacts): Refused | null {
  const stuck = obstacles.find((one) => !one.mayGiveUp);
  if (stuck) return stuck.why === "same-workshop" ? "same-workshop" : "gives";
  return obstacles.length > 0 && !givesUp ? "elsewhere" : null;
}

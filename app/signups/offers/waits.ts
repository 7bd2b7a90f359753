import type { SignupStatus } from "#db/schema/signups.ts";
import { type IsoInstant, isBefore } from "~/platform/time.ts";

/** A place in a queue, or an offer, with what tells which others it excludes. */
export interface Wait {
  sessionId: string;
  title: string;
  status: Extract<SignupStatus, "waiting" | "offered">;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  allDay: boolean;
  proposalId: string | null;
}

type Wanted = Omit<Wait, "title" | "status">;

/** The others that end when this one becomes a seat: at the same time, or the same workshop again. */
export function excludedBy(seat: Wanted, waits: Wait[]): Wait[] {
  return waits.filter(
    (other) =>
      other.sessionId !== seat.sessionId &&
      ((other.proposalId !== null && other.proposalId === seat.proposalId) || overlap(seat, other)),
  );
}

/** How many one waits for at this time, this one counted in. */
export function waitsAtOnce(seat: Wanted, waits: Wait[]): number {
  return 1 + waits.filter((other) => other.sessionId !== seat.sessionId && overlap(seat, other)).length;
}

function overlap(a: Wanted, b: Wanted): boolean {
  return !a.allDay && !b.allDay && isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);
}

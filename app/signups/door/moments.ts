import { type Instant, type IsoInstant, isBefore, plus, Temporal } from "~/platform/time.ts";

/** People come in from then on, before the start. */
export const checkInMinutes = 60;
/** So long after the start the seats of those who have not come wait for them. */
export const patienceMinutes = 10;
/** Names are at the door from then on, before the start. */
export const onTheDayHours = 24;

interface Session {
  startsAt: IsoInstant;
  timeZone: string;
}

/** From 24 hours before the start until the end of the day after it, by the clock of the session. */
export function isOnTheDay(session: Session, now: Instant): boolean {
  const opens = plus(session.startsAt, { hours: -onTheDayHours });
  return !isBefore(now, opens) && isBefore(now, endOfDay(session, 1));
}

/** When the first may be checked in. */
export function checkInOpensAt({ startsAt }: Pick<Session, "startsAt">): IsoInstant {
  return plus(startsAt, { minutes: -checkInMinutes });
}

/** From an hour before the start until the end of its day. */
export function mayCheckInAt(session: Session, at: Instant): "too-early" | "too-late" | null {
  if (isBefore(at, checkInOpensAt(session))) return "too-early";
  return isBefore(at, endOfDay(session, 0)) ? null : "too-late";
}

/** When a seat whose owner has not come may go to somebody who has. */
export function seatsWaitUntil({ startsAt }: Pick<Session, "startsAt">): IsoInstant {
  return plus(startsAt, { minutes: patienceMinutes });
}

/** Midnight after its day, or after so many days more. */
function endOfDay({ startsAt, timeZone }: Session, more: number): Instant {
  const day = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate();
  return day
    .add({ days: more + 1 })
    .toZonedDateTime(timeZone)
    .toInstant();
}

/**
 * When something happened, of which a device tells later and by its own clock: how far that clock is off shows in what
 * it takes for now. Never later than it was heard of, nor before the door opened, which only a clock that was set in
 * between can claim.
 */
export function happenedWhen(
  { happenedAt, deviceNow }: { happenedAt: IsoInstant; deviceNow: IsoInstant },
  { receivedAt, opensAt }: { receivedAt: Instant; opensAt: IsoInstant },
): Instant {
  const ago = Temporal.Instant.from(happenedAt).until(Temporal.Instant.from(deviceNow)).total("milliseconds");
  const at = receivedAt.subtract({ milliseconds: Math.max(0, Math.round(Math.min(ago, longestAgo))) });
  const earliest = Temporal.Instant.from(opensAt);
  return isBefore(at, earliest) && !isBefore(receivedAt, earliest) ? earliest : at;
}

const longestAgo = 48 * 3_600_000;

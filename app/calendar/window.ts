import { type Instant, type IsoInstant, isBefore, plus, Temporal } from "~/platform/time.ts";

/** What a feed shows; constant for a day (UTC), so that bytes and tags stay the same in between. */
export interface Window {
  day: string;
  from: IsoInstant;
  until: IsoInstant;
}

export function windowAt(now: Instant): Window {
  const day = now.toZonedDateTimeISO("UTC").startOfDay();
  const from = day.subtract({ months: 3 }).toInstant().toString();
  const until = day.add({ months: 18 }).toInstant().toString();
  return { day: day.toPlainDate().toString(), from, until };
}

/** Cancelled sessions stay as STATUS:CANCELLED until 30 days after their end; everything else while in the window. */
export function isShown(
  session: { startsAt: IsoInstant; endsAt: IsoInstant; status: string },
  { day, from, until }: Window,
): boolean {
  if (isBefore(session.endsAt, from) || !isBefore(session.startsAt, until)) return false;
  const today = Temporal.PlainDate.from(day).toZonedDateTime("UTC").toInstant();
  return session.status !== "cancelled" || isBefore(today, plus(session.endsAt, { hours: 30 * 24 }));
}

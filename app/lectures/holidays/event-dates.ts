import ICAL from "ical.js";
import { dateIn, instantOf, isTimeZone, Temporal } from "~/platform/time.ts";
import type { Stretch } from "../presence.ts";

type Time = InstanceType<typeof ICAL.Time>;

/** The days of an event, both included. RFC 5545 §3.6.1: DTEND is the first moment that is no part of it. */
export function datesOf(
  event: InstanceType<typeof ICAL.Component>,
  start: Time,
  end: Time | null,
  timeZone: string,
): Stretch {
  if (start.isDate) {
    const startsOn = dayOf(start);
    const before = end ? dayOf(end).subtract({ days: 1 }) : startsOn;
    return stretch(startsOn.toString(), before.toString());
  }
  const tzid = String(event.getFirstProperty("dtstart")?.getParameter("tzid") ?? "");
  const from = instantIn(start, tzid, timeZone);
  const to = end ? instantIn(end, tzid, timeZone) : from;
  const last = Temporal.Instant.compare(to, from) > 0 ? to.subtract({ seconds: 1 }) : from;
  return stretch(dateIn(from, timeZone), dateIn(last, timeZone));
}

const stretch = (startsOn: string, endsOn: string): Stretch => ({
  startsOn,
  endsOn: endsOn < startsOn ? startsOn : endsOn,
});

const dayOf = ({ year, month, day }: Time) =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });

/** By the name of its zone where the world knows it, by the file's own rules where not, else by our clock. */
function instantIn(time: Time, tzid: string, timeZone: string): Temporal.Instant {
  const local = time.toString().replace(/Z$/, "");
  if (time.zone === ICAL.Timezone.utcTimezone) return instantOf(local, "UTC");
  if (tzid !== "" && isTimeZone(tzid)) return instantOf(local, tzid);
  if (time.zone && time.zone !== ICAL.Timezone.localTimezone)
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
  return instantOf(local, timeZone);
}

import ICAL from "ical.js";
import { decodeText } from "~/platform/tables/decode-text.ts";
import { oneLine } from "~/platform/text.ts";
import { TimeLimitReached, withinTime } from "~/platform/time-limit.ts";
import { datesOf } from "./event-dates.ts";
import { type Holiday, type HolidayRefusal, type HolidayWindow, holidayLimits, isWithin } from "./holiday.ts";

export type ReadHolidays = { ok: true; holidays: Holiday[] } | { ok: false; refusal: HolidayRefusal };

class Refused extends Error {
  constructor(readonly refusal: HolidayRefusal) {
    super(refusal);
  }
}

/**
 * The events of an iCalendar file (RFC 5545) that lie in the window, repetitions included, in order of date and each
 * once. Events that cannot be read or were cancelled are left out. A timed event counts for its days in `timeZone`.
 */
export function readHolidays(bytes: Uint8Array, window: HolidayWindow, timeZone: string): ReadHolidays {
  try {
    const holidays = withinTime(holidayLimits.milliseconds, () => read(bytes, window, timeZone));
    return holidays.length > 0 ? { ok: true, holidays } : { ok: false, refusal: "none" };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (error instanceof TimeLimitReached) return { ok: false, refusal: "tooRepetitive" };
    throw error;
  }
}

function read(bytes: Uint8Array, window: HolidayWindow, timeZone: string): Holiday[] {
  if (bytes.byteLength > holidayLimits.fileBytes) throw new Refused("tooLarge");
  const events = calendarsIn(bytes).flatMap((calendar) => calendar.getAllSubcomponents("vevent"));
  if (events.length > holidayLimits.events) throw new Refused("tooManyEvents");
  const moved = events.filter((event) => event.hasProperty("recurrence-id"));
  const found = new Map<string, Holiday>();
  for (const event of events) {
    if (moved.includes(event)) continue;
    const uid = event.getFirstPropertyValue("uid");
    const exceptions = moved.filter((one) => uid && one.getFirstPropertyValue("uid") === uid);
    for (const holiday of holidaysOf(event, exceptions, window, timeZone))
      found.set(`${holiday.startsOn} ${holiday.endsOn} ${holiday.name}`, holiday);
    if (found.size > holidayLimits.holidays) throw new Refused("tooRepetitive");
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, holiday]) => holiday);
}

type Component = InstanceType<typeof ICAL.Component>;

/** One, or several one after another as some programs write them; event by event where one of them spoils the rest. */
function calendarsIn(bytes: Uint8Array): Component[] {
  const text = decodeText(bytes);
  if (text === null || !/^\s*BEGIN:VCALENDAR/i.test(text)) throw new Refused("notACalendar");
  const whole = attempt(() => parseCalendars(text));
  if (whole) return whole;
  const zones = blocksIn(text, "VTIMEZONE").join("\n");
  const single = blocksIn(text, "VEVENT").flatMap(
    (event) => attempt(() => parseCalendars(`BEGIN:VCALENDAR\n${zones}\n${event}\nEND:VCALENDAR\n`)) ?? [],
  );
  if (single.length === 0) throw new Refused("notACalendar");
  return single;
}

function blocksIn(text: string, name: string): string[] {
  const end = new RegExp(`^END:${name}`, "im");
  const pieces = text.split(new RegExp(`^BEGIN:${name}[ \\t]*\\r?$`, "im")).slice(1);
  return pieces.flatMap((piece) => {
    const at = piece.search(end);
    return at < 0 ? [] : [`BEGIN:${name}${piece.slice(0, at)}END:${name}`];
  });
}

function parseCalendars(text: string): Component[] {
  const parsed = ICAL.parse(text);
  const list = typeof parsed[0] === "string" ? [parsed] : parsed;
  return list.map((one: never) => new ICAL.Component(one));
}

function holidaysOf(
  component: Component,
  exceptions: Component[],
  window: HolidayWindow,
  timeZone: string,
): Holiday[] {
  const event = attempt(() => new ICAL.Event(component, { strictExceptions: true, exceptions }));
  if (!event || !component.hasProperty("dtstart")) return [];
  const occurrences =
    attempt(() => (event.isRecurring() ? repetitionsOf(event, window) : [onceOf(event)])) ?? [];
  return occurrences.flatMap(({ item, startDate, endDate }) => {
    const dates = attempt(() => datesOf(item.component, startDate, endDate, timeZone));
    const isCancelled = item.component.getFirstPropertyValue("status") === "CANCELLED";
    if (!dates || isCancelled || !isWithin(dates, window)) return [];
    return [{ ...dates, name: oneLine(item.summary ?? "").slice(0, holidayLimits.name) }];
  });
}

type IcalEvent = InstanceType<typeof ICAL.Event>;
type Occurrence = ReturnType<IcalEvent["getOccurrenceDetails"]>;

function onceOf(event: IcalEvent): Omit<Occurrence, "recurrenceId"> {
  return { item: event, startDate: event.startDate, endDate: event.endDate };
}

function repetitionsOf(event: IcalEvent, { to }: HolidayWindow): Occurrence[] {
  const found: Occurrence[] = [];
  const dates = event.iterator();
  for (let count = 0; ; count += 1) {
    const next = dates.next();
    if (!next || next.toString().slice(0, 10) > to) return found;
    if (count >= holidayLimits.repeats) throw new Refused("tooRepetitive");
    found.push(event.getOccurrenceDetails(next));
  }
}

/** Undefined for what ical.js cannot make sense of; it throws errors of every kind then. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) throw error;
    return undefined;
  }
}

import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import { type IsoInstant, isTimeZone, Temporal } from "~/platform/time.ts";

const known = new Set(tzlib_get_timezones(false));
const blocks = new Map<string, string>();

/** Whether a calendar can name this zone; times in any other are written in UTC. */
export function hasZoneBlock(timeZone: string): boolean {
  return known.has(timeZone) && isTimeZone(timeZone);
}

/**
 * The VTIMEZONE of an IANA zone, ending in CRLF; "" for one we do not know. The library answers an alias with the
 * block of its target (Amsterdam: Brussels), whose TZID no event would refer to: the name asked for is put back.
 */
export function zoneBlock(timeZone: string): string {
  const kept = blocks.get(timeZone);
  if (kept !== undefined) return kept;
  const block = hasZoneBlock(timeZone) ? `${renamed(timeZone)}\r\n` : "";
  if (block) blocks.set(timeZone, block);
  return block;
}

/**
 * The zone to write a time span in. A wall-clock time that comes twice in an autumn night is read differently by
 * different calendars: a span that begins or ends in one is written in UTC.
 */
export function zoneFor(timeZone: string, ...instants: IsoInstant[]): string {
  const named = hasZoneBlock(timeZone) && instants.every((instant) => isUnique(instant, timeZone));
  return named ? timeZone : "UTC";
}

function isUnique(instant: IsoInstant, timeZone: string): boolean {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }).toInstant().toString(),
  );
  return earlier === later;
}

function renamed(timeZone: string): string {
  const [block] = tzlib_get_ical_block(timeZone, false);
  return String(block).replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${timeZone}`);
}

import type { Format } from "~/platform/i18n/format.ts";
import { type IsoInstant, localOf } from "~/platform/time.ts";

/** `Tue 12 Jan, 17:00` in the festival's zone, which is named where it is not the reader's. */
export function momentIn(format: Format, at: IsoInstant, timeZone: string): string {
  const moment = `${format.date(localOf(at, timeZone).slice(0, 10))}, ${format.time(at, timeZone)}`;
  return format.sameZone(timeZone, at) ? moment : `${moment} (${format.zoneName(timeZone)})`;
}

import type { TimeSpan } from "~/platform/i18n/format.ts";
import type { IsoDateTime } from "~/platform/time.ts";
import { spanOf } from "~/sessions/times.ts";

interface WallClock {
  startsLocal: IsoDateTime;
  durationMinutes: number;
  allDay: boolean;
}

/** A wall-clock time in a zone as the moments that a page shows. */
export function spanIn(clock: WallClock, timeZone: string): TimeSpan {
  return { ...spanOf({ ...clock, timeZone }), timeZone, allDay: clock.allDay };
}

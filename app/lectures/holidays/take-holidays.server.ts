import type { Database } from "#db/connect.ts";
import { writePauses } from "../change-series.server.ts";
import type { Deps } from "../plan.server.ts";
import { changeRoster } from "../roster.server.ts";
import { type Holiday, holidayWindow, isWithin } from "./holiday.ts";
import { isNotedIn } from "./holiday-lines.ts";

/**
 * Notes these holidays, all or none: the lectures in them are called off. What is noted already, or lies outside the
 * next 18 months, is passed over. Returns how many were new.
 */
export async function takeHolidays(
  db: Database,
  { seriesId, actorId, holidays }: { seriesId: string; actorId: string; holidays: readonly Holiday[] },
  deps: Deps,
): Promise<number> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const window = holidayWindow(deps.now, roster.series.timeZone);
    const noted = [...roster.series.pauses];
    const pauses = holidays
      .filter((holiday) => isWithin(holiday, window))
      .filter((holiday) => {
        if (isNotedIn(noted, holiday)) return false;
        noted.push({ ...holiday, id: "", reason: holiday.name });
        return true;
      })
      .map(({ startsOn, endsOn, name }) => ({ startsOn, endsOn, reason: name }));
    await writePauses(tx, roster, { pauses, actorId }, deps);
    return pauses.length;
  });
}

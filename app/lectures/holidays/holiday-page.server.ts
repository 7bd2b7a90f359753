import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { readFormWithin } from "~/platform/http/upload.server.ts";
import { sentBytes, textIn } from "~/platform/tables/sent-table.server.ts";
import { oneLine } from "~/platform/text.ts";
import type { Deps } from "../plan.server.ts";
import { loadRoster } from "../roster.server.ts";
import type { Series } from "../series.ts";
import { type Holiday, type HolidayRefusal, holidayLimits, holidayWindow } from "./holiday.ts";
import { type HolidayLine, holidayLines } from "./holiday-lines.ts";
import { readHolidays } from "./read-holidays.ts";
import { takeHolidays } from "./take-holidays.server.ts";

export type HolidayAnswer =
  | { step: "upload"; refusal: HolidayRefusal }
  | { step: "choose"; lines: HolidayLine[]; refusal: "nothingTicked" | null }
  | { step: "taken"; count: number };

const holidayText = z
  .object({ startsOn: z.iso.date(), endsOn: z.iso.date(), name: z.string().transform(oneLine) })
  .refine(({ startsOn, endsOn, name }) => startsOn <= endsOn && name.length <= holidayLimits.name);
const holidayTexts = z.array(holidayText).max(holidayLimits.holidays);

/** What one step of taking holidays over answers: a file is looked at, or what was ticked is taken. */
export async function answerHolidays(
  db: Database,
  { personId, series }: { personId: string; series: Series },
  request: Request,
  deps: Deps,
): Promise<HolidayAnswer> {
  const form = await readFormWithin(request, holidayLimits.fileBytes + 256 * 1024);
  if (!form) return { step: "upload", refusal: "tooLarge" };
  const shown = textIn(form, "shown");
  const read = shown === "" ? await readFile(form, series, deps) : readShown(shown);
  if (!read.ok) return { step: "upload", refusal: read.refusal };
  const { holidays } = read;
  const wanted = new Set(form.getAll("take"));
  const ticked = holidays.filter((_, index) => wanted.has(String(index)));
  if (shown !== "" && ticked.length > 0) {
    const taking = { seriesId: series.id, actorId: personId, holidays: ticked };
    return { step: "taken", count: await takeHolidays(db, taking, deps) };
  }
  const window = holidayWindow(deps.now, series.timeZone);
  const lines = holidayLines(await loadRoster(db, series), holidays, { now: deps.now, window });
  return { step: "choose", lines, refusal: shown === "" ? null : "nothingTicked" };
}

async function readFile(form: FormData, series: Series, { now }: Pick<Deps, "now">) {
  const bytes = await sentBytes(form);
  if (!bytes) return { ok: false, refusal: "nothingSent" } as const;
  return readHolidays(bytes, holidayWindow(now, series.timeZone), series.timeZone);
}

/** The holidays as they stood on the page: nothing is kept here before somebody says so. */
function readShown(text: string): { ok: true; holidays: Holiday[] } | { ok: false; refusal: HolidayRefusal } {
  try {
    const read = holidayTexts.safeParse(JSON.parse(text));
    if (read.success) return { ok: true, holidays: read.data };
  } catch {
    // Not what the page sent.
  }
  return { ok: false, refusal: "nothingSent" };
}

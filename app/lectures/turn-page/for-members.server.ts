import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import type { Locale } from "~/platform/i18n/languages.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { mayOrganiseSeries, maySeeRoster } from "../access.ts";
import type { Lecture } from "../lecture.ts";
import { loadRoster } from "../roster.server.ts";
import type { Series } from "../series.ts";
import { findOpenSwap } from "../swaps/swap-view.server.ts";
import { readHistory } from "./view.server.ts";

export type ForMembers = Awaited<ReturnType<typeof findForMembers>>;

/** What colleagues of the hosts see of a week besides the lecture; null for others. */
export async function findForMembers(
  db: Database,
  {
    viewer,
    series,
    lecture,
    locale,
  }: {
    viewer: (Standing & { personId: string }) | null;
    series: Series;
    lecture: Lecture;
    locale: Locale;
  },
  now: Instant,
) {
  if (!viewer || !maySeeRoster(viewer, series)) return null;
  const roster = await loadRoster(db, series);
  const text = getText(locale, series.timeZone);
  const swap = isBefore(now, lecture.startsAt) ? await findOpenSwap(db, lecture.turnId) : null;
  const requester = roster.members.find(({ id }) => id === swap?.memberId);
  const mayKnowWho = mayOrganiseSeries(viewer, series);
  return {
    zone: text.format.zoneName(series.timeZone),
    history: await readHistory(db, roster, lecture.turnId, text, mayKnowWho),
    /** Who looks for somebody to swap with, unless it is the reader. */
    looking: requester && requester.personId !== viewer.personId ? requester.name : null,
  };
}

import { maySeeFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import { maySeeSeries } from "~/lectures/access.ts";
import type { Series } from "~/lectures/series.ts";

/** A feed asks nobody who they are: it shows what a stranger may see on the page. */
export function mayAnyoneSubscribeToFestival(festival: Festival): boolean {
  return maySeeFestival(null, festival);
}

export function mayAnyoneSubscribeToSeries(series: Series): boolean {
  return maySeeSeries(null, series);
}

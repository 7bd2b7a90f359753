import type { LoaderFunctionArgs } from "@remix-run/node";
import { getText } from "~/platform/i18n/catalogue.ts";
import { maySeeSeries } from "../access.ts";
import { listComing } from "../lectures.server.ts";
import { openSeries } from "../page.server.ts";
import { posterLocale, posterOf } from "./poster.ts";
import { posterWords } from "./poster-words.ts";

/** The poster of a series, in its own language or the one asked for with `?lang=`; for whoever may see the series. */
export async function openPoster(args: LoaderFunctionArgs) {
  const { viewer, series } = await openSeries(args);
  const { db, config, now } = args.context;
  const moment = now();
  const poster = posterOf(series, await listComing(db, [series.id], moment), {
    publicUrl: config.publicUrl,
    now: moment,
  });
  const locale = posterLocale(new URL(args.request.url).searchParams.get("lang"), series);
  return {
    viewer,
    series,
    locale,
    asOf: poster.asOf,
    words: posterWords(poster, getText(locale, series.timeZone)),
    isPublic: maySeeSeries(null, series),
  };
}

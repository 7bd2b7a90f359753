import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import styles from "~/lectures/clock/clock.css?url";
import script from "~/lectures/clock/clock.js?url&no-inline";
import { showClock } from "~/lectures/clock/show-clock.server.ts";
import { WallClock } from "~/lectures/clock/wall-clock.tsx";
import { currentLecture } from "~/lectures/lectures.server.ts";
import { openSeries } from "~/lectures/page.server.ts";
import { findText } from "~/people/reader.server.ts";
import { titled } from "~/platform/title.ts";

export const handle = { bare: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled;

/** Of the lecture that is on, or the next; for everybody who may see the series. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openSeries(args);
  const lecture = await currentLecture(args.context.db, series.id, args.context.now());
  return showClock(series, lecture, await findText(args));
}

export default function SeriesClock() {
  const { clock } = useLoaderData<typeof loader>();
  return (
    <>
      <WallClock {...clock} />
      <script type="module" src={script} />
    </>
  );
}

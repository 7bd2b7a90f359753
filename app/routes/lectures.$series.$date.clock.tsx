import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import styles from "~/lectures/clock/clock.css?url";
import script from "~/lectures/clock/clock.js?url&no-inline";
import { showClock } from "~/lectures/clock/show-clock.server.ts";
import { WallClock } from "~/lectures/clock/wall-clock.tsx";
import { openLecture } from "~/lectures/open-lecture.server.ts";
import { findText } from "~/people/reader.server.ts";
import { titled } from "~/platform/title.ts";

/** Nothing but the clock: it is seen from across the room. */
export const handle = { bare: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled;

/** For everybody who may see the series. */
export async function loader(args: LoaderFunctionArgs) {
  const { series, lecture } = await openLecture(args, "/clock");
  return showClock(series, lecture, await findText(args));
}

export default function LectureClock() {
  const { clock } = useLoaderData<typeof loader>();
  return (
    <>
      <WallClock {...clock} />
      <script type="module" src={script} />
    </>
  );
}

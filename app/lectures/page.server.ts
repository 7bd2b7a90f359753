import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAllowed } from "~/people/access.ts";
import { findViewer, notForYou, requireViewer, type Viewer } from "~/people/viewer.server.ts";
import { mayOrganiseSeries, maySeeRoster, maySeeSeries } from "./access.ts";
import { findSeries } from "./series.server.ts";
import type { Series } from "./series.ts";

/** The series of a page, or 404 where this viewer may not know of it. */
export async function openSeries(
  args: LoaderFunctionArgs,
): Promise<{ viewer: Viewer | null; series: Series }> {
  const viewer = await findViewer(args);
  const series = await findSeries(args.context.db, args.params.series ?? "");
  if (!series) throw new Response("Not found", { status: 404 });
  if (!maySeeSeries(viewer, series)) throw notForYou(args, viewer);
  return { viewer, series };
}

/** For colleagues of the hosts, signed in. */
export async function openRoster(args: LoaderFunctionArgs): Promise<{ viewer: Viewer; series: Series }> {
  const viewer = await requireViewer(args);
  const { series } = await openSeries(args);
  requireAllowed(maySeeRoster(viewer, series));
  return { viewer, series };
}

/** For organisers of the hosts, signed in. */
export async function openOrganising(args: LoaderFunctionArgs): Promise<{ viewer: Viewer; series: Series }> {
  const viewer = await requireViewer(args);
  const { series } = await openSeries(args);
  requireAllowed(mayOrganiseSeries(viewer, series));
  return { viewer, series };
}

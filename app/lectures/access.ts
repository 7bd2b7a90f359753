import { belongsTo, isOrganiser, type Standing } from "~/people/access.ts";
import type { Series } from "./series.ts";

type Asking = Standing | null;
type Hosted = Pick<Series, "hosts">;

const isOfHost = (viewer: Asking, series: Hosted) => series.hosts.some(({ id }) => belongsTo(viewer, id));

/** What it is, when, and who speaks. */
export function maySeeSeries(viewer: Asking, series: Hosted & Pick<Series, "visibility">): boolean {
  return series.visibility === "public" || isOfHost(viewer, series);
}

/** Balances and who is asked when: colleagues of the hosts. */
export function maySeeRoster(viewer: Asking, series: Hosted): boolean {
  return isOfHost(viewer, series);
}

export function mayJoinRoster(viewer: Asking, series: Hosted): boolean {
  return isOfHost(viewer, series);
}

/** Organisers and admins of every organisation that hosts the series. */
export function mayOrganiseSeries(viewer: Asking, series: Hosted): boolean {
  return isOrganiser(viewer) && isOfHost(viewer, series);
}

export function mayCreateSeries(viewer: Asking): viewer is Standing & { organisationId: string } {
  return isOrganiser(viewer);
}

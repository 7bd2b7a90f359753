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

/** Thanks with names, questions and answers stay among colleagues; strangers see how many said thanks. */
export function mayReadResponses(viewer: Asking, series: Hosted): viewer is Standing {
  return isOfHost(viewer, series);
}

/** To thank, to ask, to note what one learned: colleagues of the hosts; not the speaker, says the deed itself. */
export function mayRespond(viewer: Asking, series: Hosted): viewer is Standing {
  return isOfHost(viewer, series);
}

interface Spoken {
  speaker: { personId: string | null } | null;
}

/** Notes and links: whoever speaks, and organisers for them. */
export function mayEditNotes(
  viewer: (Standing & { personId: string }) | null,
  series: Hosted,
  { speaker }: Spoken,
): boolean {
  if (!viewer || !speaker) return false;
  return speaker.personId === viewer.personId || mayOrganiseSeries(viewer, series);
}

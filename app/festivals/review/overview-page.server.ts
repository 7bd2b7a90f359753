import type { Database } from "#db/connect.ts";
import { listFormats } from "../call/formats.server.ts";
import { acceptedHosts, type Festival } from "../festival.ts";
import { listTracks } from "../tracks.server.ts";
import { mayDecide, type Reviewer } from "./access.ts";
import { balanceOf } from "./balance.ts";
import { filterQuery, neighboursOf, noFilter, readReviewFilter, selectRows } from "./filter.ts";
import { reviewOverview, roomMinutesOf } from "./overview.server.ts";
import { freePlaces } from "./reserve.ts";

/** Everything the overview shows, in a number of queries that does not depend on how many proposals there are. */
export async function findOverviewPage(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  query: URLSearchParams,
) {
  const filter = readReviewFilter(query);
  const all = await reviewOverview(db, festival, noFilter, viewer);
  const tracks = await listTracks(db, festival.id);
  const formats = await listFormats(db, festival.id);
  const hosts = acceptedHosts(festival);
  const rows = selectRows(all, filter).map((row) => ({
    ...row,
    mayDecide: row.status !== "withdrawn" && mayDecide(viewer, festival, row),
  }));
  const organisations = [...hosts, ...all.map((row) => row.organisation)];
  const named = [
    ...new Map(organisations.map(({ id, slug, name, colour }) => [id, { id, slug, name, colour }])).values(),
  ];
  return {
    rows,
    total: all.length,
    filter,
    query: filterQuery(filter),
    hosts: named,
    toReview: all.filter((row) => row.mine === "to-review").length,
    nextToReview: neighboursOf(all, "").next,
    untold: all.filter(
      (row) => row.told === "untold" || (row.told === "changed" && row.status !== "submitted"),
    ).length,
    balance: balanceOf(all, { hosts, tracks, roomMinutes: await roomMinutesOf(db, festival) }),
    places: freePlaces(all),
    choices: {
      hosts: named,
      tracks: tracks.map(({ id, name }) => ({ id, name })),
      formats: formats.map(({ id, name }) => ({ id, name })),
      languages: [...new Set(all.map((row) => row.language))].sort(),
    },
  };
}

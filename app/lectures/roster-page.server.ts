import type { Database } from "#db/connect.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { dateIn, type Instant } from "~/platform/time.ts";
import { loadRoster } from "./roster.server.ts";
import { memberLines, turnLines } from "./roster-view.ts";
import type { Series } from "./series.ts";
import { mineOf } from "./volunteering/mine.ts";
import { findMyNomination, listMade, suggestColleagues } from "./volunteering/nominations.server.ts";
import { listTopics } from "./volunteering/topics.server.ts";

const pastShown = 12;

/** All that one colleague reads on the page of the roster. */
export async function findRosterPage(
  db: Database,
  { series, viewer }: { series: Series; viewer: Viewer },
  now: Instant,
) {
  const me = { seriesId: series.id, personId: viewer.personId };
  const ours = { seriesId: series.id, organisationId: viewer.organisationId ?? series.leadOrganisationId };
  const [roster, topics, nomination, made, colleagues] = await Promise.all([
    loadRoster(db, series),
    listTopics(db, me),
    findMyNomination(db, me),
    listMade(db, me, now),
    suggestColleagues(db, ours),
  ]);
  const today = dateIn(now, series.timeZone);
  const { coming, past } = turnLines(roster, now);
  const mine = mineOf(roster, viewer.personId, today, now);
  return {
    mine,
    wasOn: mine === null && roster.members.some(({ personId }) => personId === viewer.personId),
    members: memberLines(roster, today),
    coming,
    past: past.slice(0, pastShown),
    topics,
    nomination: nomination && {
      id: nomination.id,
      nominator: nomination.nominator,
      message: nomination.message,
    },
    made: made.map(({ id, person, status }) => ({ id, person, status })),
    colleagues: colleagues.filter((name) => name !== viewer.name),
  };
}

import { eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalRooms, proposals, reviews, rooms, venues } from "#db/schema/index.ts";
import { Temporal } from "~/platform/time.ts";
import { agreedSpeakers, type Proposal } from "../call/proposal.ts";
import { listProposals } from "../call/proposals.server.ts";
import type { Festival } from "../festival.ts";
import { isInvolved, maySeeScores, type Reviewer } from "./access.ts";
import { minutesPerRoomAndDay } from "./balance.ts";
import { noFilter, type ReviewFilter, selectRows } from "./filter.ts";
import { type ReviewRow, toldOf } from "./row.ts";
import { hostScores, meanOfHosts, type Score, spreadOf } from "./scores.ts";

/**
 * Every proposal that was handed in, as this organiser may see it, in three queries: scores are left out where they
 * have not given their own yet.
 */
export async function reviewOverview(
  db: Database,
  festival: Festival,
  filter: ReviewFilter,
  viewer: Reviewer,
): Promise<ReviewRow[]> {
  const found = await listProposals(db, festival.id);
  const given = await reviewsOf(db, festival.id);
  const rows = found.map((proposal) => rowOf(proposal, given.get(proposal.id) ?? [], festival, viewer));
  return filter === noFilter ? rows : selectRows(rows, filter);
}

type Given = Score & { reviewerId: string };

async function reviewsOf(db: Database, festivalId: string): Promise<Map<string, Given[]>> {
  const rows = await db
    .select({
      proposalId: reviews.proposalId,
      reviewerId: reviews.reviewerId,
      organisationId: reviews.organisationId,
      score: reviews.score,
    })
    .from(reviews)
    .where(
      inArray(
        reviews.proposalId,
        db.select({ id: proposals.id }).from(proposals).where(eq(proposals.festivalId, festivalId)),
      ),
    )
    .orderBy(reviews.organisationId, reviews.reviewerId);
  const found = new Map<string, Given[]>();
  for (const { proposalId, ...review } of rows) {
    found.set(proposalId, [...(found.get(proposalId) ?? []), review]);
  }
  return found;
}

function rowOf(proposal: Proposal, given: Given[], festival: Festival, viewer: Reviewer): ReviewRow {
  const { id, title, status, toldStatus, toldAt, decidedAt, organisation, track, format } = proposal;
  const { language, level, size, submittedAt, withdrawnAt, withdrawnReason } = proposal;
  const open = status === "submitted";
  const reviewed = given.some(({ reviewerId }) => reviewerId === viewer.personId);
  const seen = maySeeScores(viewer, festival, proposal, { reviewed, open });
  const hosts = hostScores(given);
  return {
    ...{ id, title, status, decidedAt, toldAt, organisation, track, language, level, size, submittedAt },
    ...{ withdrawnAt, withdrawnReason },
    freed: status === "withdrawn" && toldStatus === "accepted",
    told: toldOf(proposal),
    proposer: proposal.proposer.name,
    speakers: agreedSpeakers(proposal).map(({ name }) => name),
    format: format && { id: format.id, name: format.name },
    minutes: format?.durationMinutes ?? null,
    mine: isInvolved(viewer, proposal) ? "involved" : reviewed ? "reviewed" : open ? "to-review" : "late",
    byMyHost: given.filter(({ organisationId }) => organisationId === viewer.organisationId).length,
    hidden: !seen,
    mean: seen ? meanOfHosts(hosts) : null,
    spread: seen ? spreadOf(hosts) : null,
    hosts: seen ? hosts : hosts.map((host) => ({ ...host, scores: [], mean: null })),
  };
}

/** Minutes that the rooms of each organisation offer on all days of the festival. */
export async function roomMinutesOf(db: Database, festival: Festival): Promise<Map<string, number>> {
  const rows = await db
    .select({ organisationId: venues.organisationId, rooms: sql<number>`count(*)::int` })
    .from(festivalRooms)
    .innerJoin(rooms, eq(rooms.id, festivalRooms.roomId))
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(eq(festivalRooms.festivalId, festival.id))
    .groupBy(venues.organisationId);
  const days = Temporal.PlainDate.from(festival.startsOn).until(festival.endsOn).days + 1;
  return new Map(rows.map((row) => [row.organisationId, row.rooms * days * minutesPerRoomAndDay]));
}

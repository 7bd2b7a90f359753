import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, proposals } from "#db/schema/index.ts";
import { isUuid } from "~/platform/ids.ts";
import { findProposal } from "../call/proposals.server.ts";
import { listQuestions } from "../call/questions.server.ts";
import { acceptedHosts, type Festival } from "../festival.ts";
import { listTracks } from "../tracks.server.ts";
import { isInvolved, mayDecide, mayReview, type Reviewer } from "./access.ts";
import { filterQuery, neighboursOf, noFilter, readReviewFilter, selectRows } from "./filter.ts";
import { reviewOverview } from "./overview.server.ts";
import { draftsOfProposals } from "./proposal-drafts.server.ts";
import { findReviews } from "./reviews.server.ts";
import { toldOf } from "./row.ts";
import { findDifferences } from "./take-over.server.ts";

/** One proposal as an organiser reads it; null where the festival has no such proposal that was handed in. */
export async function findReviewPage(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { id, query }: { id: string; query: URLSearchParams },
) {
  const proposal = isUuid(id) ? await findProposal(db, festival.id, id) : null;
  if (!proposal || proposal.status === "draft") return null;
  const filter = readReviewFilter(query);
  const all = await reviewOverview(db, festival, noFilter, viewer);
  const questions = await listQuestions(db, festival.id);
  const drafts = (await draftsOfProposals(db, [id])).get(id) ?? [];
  const { answers, takenOver, ...shown } = proposal;
  return {
    proposal: shown,
    told: toldOf(proposal),
    answers: questions.flatMap(({ id: question, label, kind }) =>
      answers[question] ? [{ id: question, label, kind, answer: answers[question] }] : [],
    ),
    row: all.find((row) => row.id === id) ?? null,
    reviews: await findReviews(db, viewer, festival, proposal),
    involved: isInvolved(viewer, proposal),
    mayReview: mayReview(viewer, festival, proposal) && proposal.status !== "withdrawn",
    mayDecide: mayDecide(viewer, festival, proposal) && proposal.status !== "withdrawn",
    decidedBy: await deciderOf(db, id),
    sessions: drafts.map((draft) => ({ id: draft.id, title: draft.title, cancelled: draft.cancelled })),
    differences: await findDifferences(db, proposal),
    tracks: await listTracks(db, festival.id),
    hosts: acceptedHosts(festival),
    neighbours: neighboursOf(selectRows(all, filter), id),
    query: filterQuery(filter),
  };
}

/** The next one to review in the selection of an address, after somebody has reviewed this one. */
export async function nextToReview(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { id, query }: { id: string; query: URLSearchParams },
): Promise<string | null> {
  const all = await reviewOverview(db, festival, noFilter, viewer);
  const filter = { ...readReviewFilter(query), read: "all" as const };
  return neighboursOf(selectRows(all, filter), id).next;
}

async function deciderOf(db: Database, id: string): Promise<string | null> {
  const [row] = await db
    .select({ name: people.name })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.decidedBy))
    .where(eq(proposals.id, id));
  return row?.name ?? null;
}

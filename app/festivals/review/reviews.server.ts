import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, proposals, reviews } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import { mayOrganiseFestival } from "../access.ts";
import type { Proposal } from "../call/proposal.ts";
import { findProposal } from "../call/proposals.server.ts";
import type { Festival } from "../festival.ts";
import { isInvolved, maySeeScores, type Reviewer } from "./access.ts";

export interface Review {
  reviewer: { id: string; name: string };
  organisation: { id: string; slug: string; name: string; colour: string };
  score: number | null;
  comment: string;
  updatedAt: IsoInstant;
}

export interface Reviews {
  mine: Review | null;
  /** Of the others, by host; null while they are kept from the viewer. */
  others: Review[] | null;
  /** How many others there are, also while they are kept. */
  count: number;
}

export async function findReviews(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  proposal: Proposal,
): Promise<Reviews> {
  const all = await db
    .select({
      reviewer: { id: people.id, name: people.name },
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        colour: organisations.colour,
      },
      score: reviews.score,
      comment: reviews.comment,
      updatedAt: reviews.updatedAt,
    })
    .from(reviews)
    .innerJoin(people, eq(people.id, reviews.reviewerId))
    .innerJoin(organisations, eq(organisations.id, reviews.organisationId))
    .where(eq(reviews.proposalId, proposal.id))
    .orderBy(asc(organisations.name), asc(people.name), asc(people.id));
  const mine = all.find(({ reviewer }) => reviewer.id === viewer.personId) ?? null;
  const others = all.filter((review) => review !== mine);
  const state = { reviewed: mine !== null, open: proposal.status === "submitted" };
  const seen = maySeeScores(viewer, festival, proposal, state);
  return { mine, others: seen ? others : null, count: others.length };
}

export type Reviewed =
  | { ok: true }
  | { ok: false; reason: "forbidden" | "involved" | "withdrawn" | "unknown" };

/** An organiser of a host says what they think, as often as they like; the last word counts. */
export async function saveReview(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { proposalId, score, comment }: { proposalId: string; score: number | null; comment: string },
  { now }: { now: Instant },
): Promise<Reviewed> {
  const { organisationId } = viewer;
  if (!mayOrganiseFestival(viewer, festival) || !organisationId) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<Reviewed> => {
    await tx.select({ id: proposals.id }).from(proposals).where(eq(proposals.id, proposalId)).for("share");
    const proposal = await findProposal(tx, festival.id, proposalId);
    if (!proposal || proposal.status === "draft") return { ok: false, reason: "unknown" };
    if (isInvolved(viewer, proposal)) return { ok: false, reason: "involved" };
    if (proposal.status === "withdrawn") return { ok: false, reason: "withdrawn" };
    const row = { organisationId, score, comment, updatedAt: now.toString() };
    await tx
      .insert(reviews)
      .values({ proposalId, reviewerId: viewer.personId, ...row })
      .onConflictDoUpdate({ target: [reviews.proposalId, reviews.reviewerId], set: row });
    return { ok: true };
  });
}

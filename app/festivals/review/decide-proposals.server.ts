import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, proposalSpeakers, proposals } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Proposal } from "../call/proposal.ts";
import { listProposals } from "../call/proposals.server.ts";
import type { Draft } from "../draft.ts";
import { beginEdit } from "../draft-edits.server.ts";
import type { Festival } from "../festival.ts";
import { mayDecide, type Reviewer } from "./access.ts";
import { decideEach, type Obstacle, type Pick, type Present, type Verdict } from "./decide.ts";
import { draftsOfProposals, makeDraftsOf, removeDraftsOf } from "./proposal-drafts.server.ts";
import { decisionOf } from "./row.ts";

/** What else happens when something that was accepted is not any more. */
export interface Consequence {
  id: string;
  title: string;
  /** Attendees know it: the next release cancels it. */
  cancels: boolean;
  /** It has a place in the timetable, which it loses. */
  unplaces: boolean;
  /** Its speakers were told that it is accepted, or even confirmed. */
  told: boolean;
  confirmed: boolean;
}

export type Decided =
  | { ok: true; changed: number }
  | { ok: false; reason: "obstacles"; obstacles: Obstacle[] }
  /** Asked again before it is done. */
  | { ok: false; reason: "consequences"; consequences: Consequence[] };

export interface DecideWish {
  picks: Pick[];
  verdict: Verdict;
  /** They have seen the consequences. */
  sure: boolean;
}

/**
 * Decides on one proposal or many, all of them or none. Nobody is told: that is for the mails. Accepting makes a
 * session in the draft, and taking that back takes it out again. Repeating it changes nothing; a proposal that
 * somebody else decided differently after the page was loaded is in the way. `version` and `updatedAt` stay, so that
 * who writes the proposal cannot read from them that something was decided.
 */
export async function decideProposals(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { picks, verdict, sure }: DecideWish,
  { now, ids }: { now: Instant; ids: Ids },
): Promise<Decided> {
  return db.transaction(async (tx): Promise<Decided> => {
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    const chosen = picks.map(({ id }) => id);
    const found = await lockProposals(tx, festival, chosen);
    const { change, obstacles } = decideEach(picks, verdict, presentOf(found, viewer, festival));
    if (obstacles.length > 0) return { ok: false, reason: "obstacles", obstacles };
    const changing = found.flatMap(({ proposal }) => (change.includes(proposal.id) ? proposal : []));
    const drafts = await draftsOfProposals(tx, change);
    const leaving = changing.filter(({ status }) => decisionOf(status) === "accepted");
    const consequences = leaving.flatMap((proposal) =>
      consequenceOf(proposal, drafts.get(proposal.id) ?? []),
    );
    if (consequences.length > 0 && !sure) return { ok: false, reason: "consequences", consequences };
    for (const { id } of leaving) await removeDraftsOf(tx, edit, drafts.get(id) ?? []);
    if (leaving.length > 0) await forgetConfirmations(tx, leaving);
    if (verdict === "accepted") await makeDraftsOf(tx, edit, changing, drafts, ids);
    if (change.length > 0) {
      await tx
        .update(proposals)
        .set({ status: verdict, decidedBy: viewer.personId, decidedAt: now.toString() })
        .where(inArray(proposals.id, change));
    }
    return { ok: true, changed: change.length };
  });
}

async function lockProposals(tx: Database, festival: Festival, ids: string[]) {
  const rows = await tx
    .select({ id: proposals.id, decidedBy: proposals.decidedBy })
    .from(proposals)
    .where(and(eq(proposals.festivalId, festival.id), inArray(proposals.id, ids)))
    .orderBy(asc(proposals.id))
    .for("update");
  const deciders = rows.flatMap(({ decidedBy }) => decidedBy ?? []);
  const named = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, deciders));
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  const decidedBy = new Map(rows.map((row) => [row.id, nameOf.get(row.decidedBy ?? "") ?? null]));
  const loaded = await listProposals(tx, festival.id, { ids });
  return loaded.map((proposal) => ({ proposal, decidedBy: decidedBy.get(proposal.id) ?? null }));
}

function presentOf(
  found: { proposal: Proposal; decidedBy: string | null }[],
  viewer: Reviewer,
  festival: Festival,
): Map<string, Present> {
  return new Map(
    found.map(({ proposal, decidedBy }) => {
      const { id, title, status, decidedAt } = proposal;
      return [
        id,
        { id, title, status, decidedBy, decidedAt, mayDecide: mayDecide(viewer, festival, proposal) },
      ];
    }),
  );
}

function consequenceOf({ id, title, status, toldStatus }: Proposal, drafts: Draft[]): Consequence[] {
  const standing = drafts.filter((draft) => !draft.cancelled);
  const consequence = {
    ...{ id, title },
    cancels: standing.some((draft) => draft.released),
    unplaces: standing.some((draft) => !draft.released && draft.startsLocal !== null),
    told: toldStatus === "accepted",
    confirmed: status === "confirmed",
  };
  const { cancels, unplaces, told, confirmed } = consequence;
  return cancels || unplaces || told || confirmed ? [consequence] : [];
}

/** Accepted once more, they are asked once more. */
async function forgetConfirmations(tx: Database, leaving: Proposal[]): Promise<void> {
  const ids = leaving.map(({ id }) => id);
  await tx
    .update(proposalSpeakers)
    .set({ confirmedAt: null })
    .where(inArray(proposalSpeakers.proposalId, ids));
}

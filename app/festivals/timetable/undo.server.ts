import { and, asc, desc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftEdits, draftSessions, sessions, tracks } from "#db/schema/index.ts";
import { mayEditSession } from "../access.ts";
import {
  addDrafts,
  beginEdit,
  changeDraft,
  type DraftPatch,
  dropDraft,
  type Edit,
  type NewDraftRow,
} from "../draft-edits.server.ts";
import { isRoomOf } from "../edit-drafts.server.ts";
import type { Festival } from "../festival.ts";
import type { ActOf } from "./act.ts";
import { findNotesSince } from "./changes.server.ts";
import type { Refusal } from "./delta.ts";
import { type DraftFacts, type EditRow, inverseOf, replay } from "./history.ts";
import type { Asking } from "./place-draft.server.ts";

/**
 * Takes one of the viewer's own acts back, or does it again, as an act of its own. All of it or nothing: what somebody
 * has changed since stays as it is, and what attendees know already is not pulled away under them.
 */
export async function takeBack(
  tx: Database,
  { viewer, festival, now }: Asking,
  { kind, revision }: ActOf<"undo"> | ActOf<"redo">,
): Promise<Refusal | null> {
  const { personId } = viewer;
  const edit = await beginEdit(tx, { festivalId: festival.id, personId, now, undoOf: revision });
  const own = and(
    eq(draftEdits.festivalId, festival.id),
    eq(draftEdits.revision, revision),
    eq(draftEdits.personId, personId),
    isNull(draftEdits.undoOf),
  );
  const rows = await tx.select().from(draftEdits).where(own).orderBy(asc(draftEdits.id));
  const undoes = kind === "undo";
  if (rows.length === 0) return { reason: "nothing" };
  if (rows.every((row) => row.undone === undoes)) return null;
  const steps = undoes ? inverseOf(rows) : rows;
  const drafts = await findFacts(tx, festival.id, steps);
  const replayed = replay(drafts, steps);
  if (!replayed.ok) return changedSince(tx, festival.id, replayed.draftId, revision, drafts);
  const refusal = await refusalOf(tx, { viewer, festival }, steps, drafts);
  if (refusal) return refusal;
  for (const step of steps) await take(tx, edit, step);
  await tx.update(draftEdits).set({ undone: undoes }).where(own);
  return null;
}

async function findFacts(tx: Database, festivalId: string, steps: EditRow[]): Promise<DraftFacts> {
  const ids = [...new Set(steps.map((step) => step.draftId))];
  const rows = await tx
    .select()
    .from(draftSessions)
    .where(and(eq(draftSessions.festivalId, festivalId), inArray(draftSessions.id, ids)));
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

async function changedSince(
  tx: Database,
  festivalId: string,
  draftId: string,
  revision: number,
  drafts: DraftFacts,
): Promise<Refusal> {
  const since = and(eq(draftEdits.draftId, draftId), gt(draftEdits.revision, revision));
  const later = await tx
    .select({ id: draftEdits.id })
    .from(draftEdits)
    .where(since)
    .orderBy(desc(draftEdits.id))
    .limit(1);
  const notes = await findNotesSince(tx, festivalId, draftId, later.length);
  const title = drafts[draftId]?.title;
  return {
    reason: "changed-since",
    title: typeof title === "string" ? title : (notes[0]?.title ?? ""),
    notes,
  };
}

type Editor = Pick<Asking, "viewer"> & { festival: Festival };

async function refusalOf(
  tx: Database,
  { viewer, festival }: Editor,
  steps: EditRow[],
  drafts: DraftFacts,
): Promise<Refusal | null> {
  const released = await findReleased(
    tx,
    steps.map((step) => step.draftId),
  );
  for (const { draftId, before, after } of steps) {
    for (const facts of [drafts[draftId], before, after]) {
      const organisationId = facts?.organisationId;
      if (typeof organisationId === "string" && !mayEditSession(viewer, festival, { organisationId })) {
        return { reason: "forbidden" };
      }
    }
    if (released.has(draftId) && (after === null || after.startsLocal === null || "capacity" in after)) {
      return { reason: "released" };
    }
    const roomId = after?.roomId;
    if (typeof roomId === "string" && !(await isRoomOf(tx, festival, roomId))) return { reason: "room" };
  }
  return null;
}

async function findReleased(tx: Database, ids: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, ids), ne(sessions.status, "cancelled")));
  return new Set(rows.map((row) => row.id));
}

/** The rows were written by these same functions, so they hold what the table holds. */
async function take(tx: Database, edit: Edit, { draftId, before, after }: EditRow): Promise<void> {
  if (after === null) await dropDraft(tx, edit, draftId);
  else if (before === null) await addDrafts(tx, edit, [(await withTrack(tx, after)) as NewDraftRow]);
  else await changeDraft(tx, edit, draftId, (await withTrack(tx, after)) as DraftPatch);
}

/** A track may have been deleted since. */
async function withTrack(tx: Database, facts: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { trackId } = facts;
  if (typeof trackId !== "string") return facts;
  return (await tx.$count(tracks, eq(tracks.id, trackId))) > 0 ? facts : { ...facts, trackId: null };
}

import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftEdits, draftSessions, festivals } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";

type DraftRow = typeof draftSessions.$inferSelect;
export type NewDraftRow = Omit<typeof draftSessions.$inferInsert, "festivalId" | "updatedAt" | "version">;
export type DraftPatch = Partial<Omit<DraftRow, "id" | "festivalId" | "version" | "updatedAt">>;

/** One act on the draft of a programme, by somebody or by an import. */
export interface Edit {
  festivalId: string;
  personId: string | null;
  /** The festival's draft revision after it. */
  revision: number;
  now: Instant;
  /** The revision that this act takes back or does again. */
  undoOf?: number;
}

/**
 * Every change of a draft begins here and passes the functions below, so that it can be undone and whoever edits at
 * the same time is shown it. Locks the festival, as a release does: the two come one after the other.
 */
export async function beginEdit(
  tx: Database,
  { festivalId, personId, now, undoOf }: Omit<Edit, "revision">,
): Promise<Edit> {
  const [row] = await tx
    .select({ revision: festivals.draftRevision })
    .from(festivals)
    .where(eq(festivals.id, festivalId))
    .for("update");
  if (!row) throw new Error(`no festival ${festivalId}`);
  return { festivalId, personId, now, undoOf, revision: row.revision + 1 };
}

/** One statement carries at most 65,535 values. */
const rowsPerInsert = 500;

export async function addDrafts(tx: Database, edit: Edit, rows: NewDraftRow[]): Promise<void> {
  const common = { festivalId: edit.festivalId, updatedAt: edit.now.toString() };
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    const written = await tx
      .insert(draftSessions)
      .values(rows.slice(start, start + rowsPerInsert).map((row) => ({ ...row, ...common })))
      .returning();
    await note(
      tx,
      edit,
      written.map((row) => ({ draftId: row.id, before: null, after: factsOf(row) })),
    );
  }
}

/** False when the festival has no such draft or nothing differs; then nothing was written. */
export async function changeDraft(tx: Database, edit: Edit, id: string, patch: DraftPatch): Promise<boolean> {
  const row = await lockDraft(tx, edit, id);
  if (!row) return false;
  const fields = (Object.keys(patch) as (keyof DraftPatch)[]).filter(
    (field) => patch[field] !== undefined && JSON.stringify(patch[field]) !== JSON.stringify(row[field]),
  );
  if (fields.length === 0) return false;
  const pick = (from: DraftPatch) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  await tx
    .update(draftSessions)
    .set({ ...pick(patch), version: row.version + 1, updatedAt: edit.now.toString() })
    .where(eq(draftSessions.id, id));
  await note(tx, edit, [{ draftId: id, before: pick(row), after: pick(patch) }]);
  return true;
}

/** False when the festival has no such draft. */
export async function dropDraft(tx: Database, edit: Edit, id: string): Promise<boolean> {
  const row = await lockDraft(tx, edit, id);
  if (!row) return false;
  await tx.delete(draftSessions).where(eq(draftSessions.id, id));
  await note(tx, edit, [{ draftId: id, before: factsOf(row), after: null }]);
  return true;
}

async function lockDraft(tx: Database, { festivalId }: Edit, id: string): Promise<DraftRow | null> {
  const [row] = await tx
    .select()
    .from(draftSessions)
    .where(and(eq(draftSessions.festivalId, festivalId), eq(draftSessions.id, id)))
    .for("update");
  return row ?? null;
}

function factsOf({ festivalId, updatedAt, version, ...facts }: DraftRow) {
  return facts;
}

type Change = Pick<typeof draftEdits.$inferInsert, "draftId" | "before" | "after">;

async function note(tx: Database, edit: Edit, changes: Change[]): Promise<void> {
  const { festivalId, personId, revision, now, undoOf = null } = edit;
  const common = { festivalId, personId, revision, undoOf, editedAt: now.toString() };
  await tx.insert(draftEdits).values(changes.map((change) => ({ ...change, ...common })));
  await tx.update(festivals).set({ draftRevision: revision }).where(eq(festivals.id, festivalId));
}

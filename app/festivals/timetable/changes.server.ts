import { and, desc, eq, gt, isNull, type SQL } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftEdits, draftSessions, people, rooms } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { mayEditSession } from "../access.ts";
import { listDrafts } from "../drafts.server.ts";
import type { Festival } from "../festival.ts";
import { cardOf } from "./card.ts";
import type { Delta } from "./delta.ts";
import { deedOf, type EditNote, nameOf, type PastAct, stacksOf } from "./history.ts";

type Editor = Standing & { personId: string };

/** From so many changes on it is quicker to send the whole timetable. */
const mostEdits = 1000;
const mostNotes = 20;

/** What became of the draft since a revision. Call it where the revision and the drafts are read at one moment. */
export async function findDelta(
  db: Database,
  viewer: Editor,
  festival: Festival,
  { since, revision }: { since: number; revision: number },
): Promise<Delta> {
  const edits = await listNotes(db, [eq(draftEdits.festivalId, festival.id), gt(draftEdits.revision, since)]);
  const ids = [...new Set(edits.map((edit) => edit.draftId))];
  const whole = edits.length >= mostEdits;
  const drafts = ids.length === 0 ? [] : await listDrafts(db, festival.id, whole ? undefined : ids);
  const known = new Set(drafts.map((draft) => draft.id));
  return {
    since,
    revision,
    whole,
    cards: drafts.map((draft) => cardOf(draft, mayEditSession(viewer, festival, draft))),
    removed: ids.filter((id) => !known.has(id)),
    notes: edits.slice(0, mostNotes),
    ...(await findStacks(db, viewer, festival.id)),
  };
}

/** What was done to one draft since it had a version, the latest first. */
export async function findNotesSince(
  db: Database,
  festivalId: string,
  draftId: string,
  steps: number,
): Promise<EditNote[]> {
  const own = [eq(draftEdits.festivalId, festivalId), eq(draftEdits.draftId, draftId)];
  return (await listNotes(db, own, Math.min(Math.max(steps, 1), 10))).slice(0, 10);
}

async function listNotes(db: Database, where: SQL[], most = mostEdits): Promise<EditNote[]> {
  const rows = await db
    .select({
      id: draftEdits.id,
      draftId: draftEdits.draftId,
      personId: draftEdits.personId,
      person: people.name,
      before: draftEdits.before,
      after: draftEdits.after,
      title: draftSessions.title,
      roomName: rooms.name,
      editedAt: draftEdits.editedAt,
    })
    .from(draftEdits)
    .leftJoin(people, eq(people.id, draftEdits.personId))
    .leftJoin(draftSessions, eq(draftSessions.id, draftEdits.draftId))
    .leftJoin(rooms, eq(rooms.id, draftSessions.roomId))
    .where(and(...where))
    .orderBy(desc(draftEdits.id))
    .limit(most);
  return rows.map(({ before, after, title, roomName, ...row }) => ({
    ...row,
    title: title ?? titleIn(before) ?? titleIn(after) ?? "",
    deed: deedOf({ before, after }),
    fields: Object.keys(after ?? {}),
    ...(after && "startsLocal" in after && { startsLocal: after.startsLocal as string | null }),
    ...(after && "roomId" in after && { roomName }),
    ...(after && "durationMinutes" in after && { durationMinutes: Number(after.durationMinutes) }),
  }));
}

const titleIn = (facts: Record<string, unknown> | null) =>
  typeof facts?.title === "string" ? facts.title : null;

const historyRows = 400;
const mostNames = 15;

/** The latest acts of a person that they can take back or do again. */
export async function findStacks(
  db: Database,
  { personId }: { personId: string },
  festivalId: string,
): Promise<Pick<Delta, "undo" | "redo">> {
  const rows = await db
    .select({
      revision: draftEdits.revision,
      undone: draftEdits.undone,
      draftId: draftEdits.draftId,
      before: draftEdits.before,
      after: draftEdits.after,
      title: draftSessions.title,
    })
    .from(draftEdits)
    .leftJoin(draftSessions, eq(draftSessions.id, draftEdits.draftId))
    .where(
      and(
        eq(draftEdits.festivalId, festivalId),
        eq(draftEdits.personId, personId),
        isNull(draftEdits.undoOf),
      ),
    )
    .orderBy(desc(draftEdits.revision), draftEdits.id)
    .limit(historyRows);
  const acts = new Map<number, PastAct>();
  for (const { revision, undone, title, ...row } of rows) {
    const act = acts.get(revision) ?? { revision, undone, rows: [], title: "" };
    act.title ||= title ?? titleIn(row.before) ?? titleIn(row.after) ?? "";
    act.rows.push(row);
    acts.set(revision, act);
  }
  const { undo, redo } = stacksOf([...acts.values()]);
  return { undo: undo.slice(0, mostNames).map(nameOf), redo: redo.slice(0, mostNames).map(nameOf) };
}

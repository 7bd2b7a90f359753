import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { mayEditSession } from "../access.ts";
import type { Draft } from "../draft.ts";
import { addDrafts, beginEdit, changeDraft, type DraftPatch, type Edit } from "../draft-edits.server.ts";
import { findDraft } from "../drafts.server.ts";
import { giveAgain, isRoomOf, seatsOfRoom } from "../edit-drafts.server.ts";
import { acceptedHosts, type Festival } from "../festival.ts";
import { removeDraft, restoreDraft } from "../remove-drafts.server.ts";
import type { Act, ActOf, Change } from "./act.ts";
import { findDelta, findNotesSince } from "./changes.server.ts";
import type { ActAnswer, Refusal } from "./delta.ts";
import { takeBack } from "./undo.server.ts";

export interface Asking {
  viewer: Standing & { personId: string };
  festival: Festival;
  now: Instant;
  ids: Ids;
}

/**
 * Does one act on the timetable under the lock of the festival, and says what became of the draft since the revision
 * that the page knows. What somebody has changed since the page saw it is not written over: the answer says what and
 * who. Sending an act again changes nothing.
 */
export async function placeDraft(
  db: Database,
  viewer: Asking["viewer"],
  festival: Festival,
  act: Act,
  { now, ids, since }: { now: Instant; ids: Ids; since: number },
): Promise<ActAnswer> {
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    const refusal = await doAct(tx, edit, { viewer, festival, now, ids }, act);
    const revision = await revisionOf(tx, edit);
    const delta = await findDelta(tx, viewer, festival, { since, revision });
    return refusal ? { ok: false, delta, ...refusal } : { ok: true, delta };
  });
}

/** The draft's revision now: the act's own when it wrote something. */
async function revisionOf(tx: Database, edit: Edit): Promise<number> {
  const { revision } = await beginEdit(tx, edit);
  return revision - 1;
}

async function doAct(tx: Database, edit: Edit, asking: Asking, act: Act): Promise<Refusal | null> {
  switch (act.kind) {
    case "change":
      return change(tx, edit, asking, act);
    case "add":
      return add(tx, edit, asking, act);
    case "again":
      return again(tx, asking, act);
    case "remove":
    case "restore":
      return removeOrRestore(tx, asking, act);
    case "undo":
    case "redo":
      return takeBack(tx, asking, act);
  }
}

async function change(
  tx: Database,
  edit: Edit,
  { viewer, festival }: Asking,
  { id, version, change: wish }: ActOf<"change">,
): Promise<Refusal | null> {
  const draft = await findDraft(tx, festival.id, id);
  if (!draft) return goneRefusal(tx, festival, id);
  if (!mayEditSession(viewer, festival, draft)) return { reason: "forbidden" };
  if (isAlready(draft, wish)) return null;
  if (draft.version !== version) return staleRefusal(tx, festival, draft, version);
  if (draft.released && wish.startsLocal === null) return { reason: "time-needed" };
  if (wish.roomId && wish.roomId !== draft.roomId && !(await isRoomOf(tx, festival, wish.roomId))) {
    return { reason: "room" };
  }
  await changeDraft(tx, edit, id, { ...wish, ...(await alongWith(tx, draft, wish)) });
  return null;
}

const isAlready = (draft: Draft, wish: Change) =>
  (Object.keys(wish) as (keyof Change)[]).every(
    (field) => wish[field] === undefined || wish[field] === draft[field],
  );

/** A room takes the place of a place in words, and gives its seats to a workshop that has no number yet. */
async function alongWith(tx: Database, draft: Draft, { roomId }: Change): Promise<DraftPatch> {
  if (!roomId) return {};
  const place = draft.place === "" ? {} : { place: "" };
  if (draft.capacity !== null || draft.released) return place;
  return { ...place, capacity: await seatsOfRoom(tx, { kind: draft.kind, roomId }) };
}

async function add(
  tx: Database,
  edit: Edit,
  { viewer, festival, ids }: Asking,
  { id, session }: ActOf<"add">,
): Promise<Refusal | null> {
  if (await findDraft(tx, festival.id, id)) return null;
  if (!acceptedHosts(festival).some((host) => host.id === session.organisationId)) return { reason: "host" };
  if (!mayEditSession(viewer, festival, session)) return { reason: "forbidden" };
  if (!(await isRoomOf(tx, festival, session.roomId))) return { reason: "room" };
  const { language } = festival;
  await addDrafts(tx, edit, [{ id, proposalId: ids.uuid(), language, ...session }]);
  return null;
}

async function again(
  tx: Database,
  { viewer, festival, now, ids }: Asking,
  { id, newId }: ActOf<"again">,
): Promise<Refusal | null> {
  if (await findDraft(tx, festival.id, newId)) return null;
  if (!(await findDraft(tx, festival.id, id))) return goneRefusal(tx, festival, id);
  const given = await giveAgain(tx, viewer, festival, id, { now, ids, again: newId });
  return given.ok ? null : { reason: "forbidden" };
}

async function removeOrRestore(
  tx: Database,
  { viewer, festival, now }: Asking,
  { kind, id, version }: ActOf<"remove"> | ActOf<"restore">,
): Promise<Refusal | null> {
  const draft = await findDraft(tx, festival.id, id);
  if (!draft) return kind === "remove" ? null : goneRefusal(tx, festival, id);
  if (!mayEditSession(viewer, festival, draft)) return { reason: "forbidden" };
  if (draft.cancelled === (kind === "remove")) return null;
  if (draft.version !== version) return staleRefusal(tx, festival, draft, version);
  const act = kind === "remove" ? removeDraft : restoreDraft;
  const done = await act(tx, viewer, festival, id, { now });
  return done.ok ? null : { reason: "forbidden" };
}

async function staleRefusal(
  tx: Database,
  festival: Festival,
  draft: Draft,
  version: number,
): Promise<Refusal> {
  const notes = await findNotesSince(tx, festival.id, draft.id, draft.version - version);
  return { reason: "stale", title: draft.title, notes };
}

async function goneRefusal(tx: Database, festival: Festival, id: string): Promise<Refusal> {
  const notes = await findNotesSince(tx, festival.id, id, 1);
  return { reason: "gone", title: notes[0]?.title ?? "", notes };
}

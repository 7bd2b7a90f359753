import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalRooms, rooms, type SessionKind, tracks } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { mayEditSession } from "./access.ts";
import type { ChangeCapacity } from "./capacity.ts";
import type { Draft } from "./draft.ts";
import { addDrafts, beginEdit, changeDraft } from "./draft-edits.server.ts";
import type { DraftFields } from "./draft-form.ts";
import { findDraft } from "./drafts.server.ts";
import { acceptedHosts, type Festival } from "./festival.ts";
import { resolveSpeakers } from "./speakers.server.ts";
import { findNotesSince } from "./timetable/changes.server.ts";
import { type EditNote, isSame } from "./timetable/history.ts";

export type DraftSaved =
  | { ok: true; id: string }
  | { ok: false; reason: "forbidden" | "host" | "room" | "track" | "time-needed" }
  | { ok: false; reason: "speaker"; unknown: string; index: number }
  /** More people have a seat than it would hold. */
  | { ok: false; reason: "seats-taken"; taken: number }
  /** Somebody has changed it since the form was filled in: what, and who. */
  | { ok: false; reason: "stale"; notes: EditNote[] };

type Editor = Standing & { personId: string };

export interface SaveDeps {
  now: Instant;
  ids: Ids;
  changeCapacity: ChangeCapacity;
}

/**
 * Writes a draft, new or with a known id. Without a number of seats a workshop or talk gets the room's. Of a session
 * that is out already the seats change at once; everything else waits for the next release. With the version that the
 * form was filled in on, what somebody has changed since is not written over.
 */
export async function saveDraft(
  db: Database,
  viewer: Editor,
  festival: Festival,
  { id, version, ...fields }: DraftFields & { id?: string },
  { now, ids, changeCapacity }: SaveDeps,
): Promise<DraftSaved> {
  return db.transaction(async (tx): Promise<DraftSaved> => {
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    const before = id === undefined ? null : await findDraft(tx, festival.id, id);
    if (id !== undefined && before === null) return { ok: false, reason: "forbidden" };
    const refusal = await refusalOf(tx, viewer, festival, fields, before);
    if (refusal) return { ok: false, reason: refusal };
    const hosts = [fields.organisationId, ...acceptedHosts(festival).map((host) => host.id)];
    const resolved = await resolveSpeakers(tx, fields.speakers, before?.speakers ?? [], hosts);
    if (!resolved.ok) return { ...resolved, reason: "speaker" };
    const capacity = fields.capacity ?? (await seatsOfRoom(tx, fields));
    const row = { ...fields, capacity, speakers: resolved.speakers };
    if (!before) {
      const draft = { id: ids.uuid(), proposalId: ids.uuid(), ...row };
      await addDrafts(tx, edit, [draft]);
      return { ok: true, id: draft.id };
    }
    if (version !== undefined && version !== before.version && !isAlready(before, row)) {
      const notes = await findNotesSince(tx, festival.id, before.id, before.version - version);
      return { ok: false, reason: "stale", notes };
    }
    if (before.released && capacity !== before.capacity) {
      const changed = await changeCapacity(tx, { sessionId: before.id, capacity }, { now });
      if (!changed.ok && changed.reason === "below-taken") return { ...changed, reason: "seats-taken" };
    }
    await changeDraft(tx, edit, before.id, row);
    return { ok: true, id: before.id };
  });
}

/** Sent twice, by a double click: there is nothing to write. */
const isAlready = (before: Draft, row: Partial<Draft>) =>
  (Object.keys(row) as (keyof Draft)[]).every((field) => isSame(row[field], before[field]));

type Refusal = "forbidden" | "host" | "room" | "track" | "time-needed";

async function refusalOf(
  tx: Database,
  viewer: Standing,
  festival: Festival,
  fields: Omit<DraftFields, "version">,
  before: Draft | null,
): Promise<Refusal | null> {
  if (before && !mayEditSession(viewer, festival, before)) return "forbidden";
  const hosts = new Set([before?.organisationId, ...acceptedHosts(festival).map((host) => host.id)]);
  if (!hosts.has(fields.organisationId)) return "host";
  if (!mayEditSession(viewer, festival, fields)) return before ? "host" : "forbidden";
  if (before?.released && fields.startsLocal === null) return "time-needed";
  if (fields.roomId !== (before?.roomId ?? null) && !(await isRoomOf(tx, festival, fields.roomId)))
    return "room";
  if (fields.trackId !== (before?.trackId ?? null) && !(await isTrackOf(tx, festival, fields.trackId)))
    return "track";
  return null;
}

export async function isRoomOf(
  tx: Database,
  festival: Pick<Festival, "id">,
  roomId: string | null,
): Promise<boolean> {
  if (roomId === null) return true;
  const used = and(eq(festivalRooms.festivalId, festival.id), eq(festivalRooms.roomId, roomId));
  return (await tx.$count(festivalRooms, used)) > 0;
}

async function isTrackOf(tx: Database, festival: Festival, trackId: string | null): Promise<boolean> {
  if (trackId === null) return true;
  return (await tx.$count(tracks, and(eq(tracks.festivalId, festival.id), eq(tracks.id, trackId)))) > 0;
}

/** What a workshop or talk gets without a number of its own. */
export async function seatsOfRoom(
  tx: Database,
  { kind, roomId }: Pick<DraftFields, "roomId"> & { kind: SessionKind },
): Promise<number | null> {
  if (roomId === null || (kind !== "workshop" && kind !== "talk")) return null;
  const [room] = await tx.select({ capacity: rooms.capacity }).from(rooms).where(eq(rooms.id, roomId));
  return room?.capacity ?? null;
}

/** The same workshop once more: another session of one proposal, of which a person gets a seat in one. */
export async function giveAgain(
  db: Database,
  viewer: Editor,
  festival: Festival,
  id: string,
  { now, ids, again = ids.uuid() }: { now: Instant; ids: Ids; again?: string },
): Promise<{ ok: true; id: string } | { ok: false; reason: "forbidden" }> {
  return db.transaction(async (tx) => {
    const draft = await findDraft(tx, festival.id, id);
    if (!draft || !mayEditSession(viewer, festival, draft))
      return { ok: false, reason: "forbidden" } as const;
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    const proposalId = draft.proposalId ?? ids.uuid();
    await changeDraft(tx, edit, draft.id, { proposalId });
    const { kind, title, abstract, language, organisationId, trackId, timeZone, durationMinutes } = draft;
    const { capacity, level, equipment, speakers } = draft;
    await addDrafts(tx, edit, [
      {
        ...{ kind, title, abstract, language, organisationId, trackId, timeZone, durationMinutes },
        ...{ id: again, proposalId, capacity, level, equipment, speakers },
      },
    ]);
    return { ok: true, id: again } as const;
  });
}

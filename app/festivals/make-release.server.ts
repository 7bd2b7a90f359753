import { eq, max } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, releases, sessions } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import {
  cancelSession,
  changeSession,
  createSessions,
  lockSessions,
  setSpeakers,
} from "~/sessions/sessions.server.ts";
import { mayLeadFestival } from "./access.ts";
import type { ChangeCapacity } from "./capacity.ts";
import { detectClashes } from "./conflicts.ts";
import { type Change, diffProgrammes, type Programme, type ProgrammeSession } from "./diff.ts";
import { listDrafts } from "./drafts.server.ts";
import type { Festival } from "./festival.ts";
import { currentProgramme, programmeOf } from "./programmes.server.ts";
import type { ReleaseWish } from "./release-wish.ts";

export type ReleaseOutcome =
  | { ok: true; number: number; changes: Change[] }
  | { ok: false; reason: "forbidden" | "nothing" }
  /** A room or a speaker is taken twice at a time, and nobody said that this is meant. */
  | { ok: false; reason: "clashes"; count: number }
  /** More people have a seat in it than it would hold. */
  | { ok: false; reason: "seats-taken"; title: string; taken: number };

export interface ReleaseDeps {
  now: Instant;
  ids: Ids;
  changeCapacity: ChangeCapacity;
}

/**
 * Publishes the programme as it is drafted: sessions, speakers, events and the snapshot in one transaction. The lock
 * on the festival makes one release of two clicks; the second finds nothing left to release.
 */
export async function releaseProgramme(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  wish: ReleaseWish,
  deps: ReleaseDeps,
): Promise<ReleaseOutcome> {
  try {
    return await db.transaction((tx) => releaseLocked(tx, viewer, festival.id, wish, deps));
  } catch (error) {
    if (error instanceof SeatsTaken) return { ok: false, reason: "seats-taken", ...error.facts };
    throw error;
  }
}

async function releaseLocked(
  tx: Database,
  viewer: Standing & { personId: string },
  festivalId: string,
  { note, despiteClashes }: ReleaseWish,
  deps: ReleaseDeps,
): Promise<ReleaseOutcome> {
  const [festival] = await tx.select().from(festivals).where(eq(festivals.id, festivalId)).for("update");
  if (!festival || !mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const known = await lockAllSessions(tx, festivalId);
  const drafts = await listDrafts(tx, festivalId);
  const after = programmeOf(drafts, festival.timeZone);
  const changes = diffProgrammes(await currentProgramme(tx, festivalId), after);
  if (changes.length === 0) return { ok: false, reason: "nothing" };
  const clashes = detectClashes(drafts);
  if (clashes.length > 0 && !despiteClashes) return { ok: false, reason: "clashes", count: clashes.length };
  await writeChanges(tx, festivalId, changes, known, deps);
  const number = await writeRelease(tx, festivalId, viewer.personId, note, after, deps);
  return { ok: true, number, changes };
}

async function lockAllSessions(tx: Database, festivalId: string): Promise<Set<string>> {
  const rows = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.festivalId, festivalId));
  const locked = await lockSessions(
    tx,
    rows.map((row) => row.id),
  );
  return new Set(locked.map((row) => row.id));
}

/** `known` are the sessions that exist, cancelled ones too: these are changed and not created. */
async function writeChanges(
  tx: Database,
  festivalId: string,
  changes: Change[],
  known: Set<string>,
  deps: ReleaseDeps,
): Promise<void> {
  const isNew = (change: Change) => change.kind === "added" && !known.has(change.session.id);
  await createSessions(
    tx,
    changes.filter(isNew).map(({ session }) => {
      const { id, capacity, speakers } = session;
      return { ...fieldsOf(session), id, capacity, speakers, festivalId };
    }),
    deps,
  );
  for (const change of changes.filter((one) => !isNew(one))) {
    const { id } = change.session;
    if (change.kind === "cancelled") await cancelSession(tx, id, deps);
    else await rewriteSession(tx, change, deps);
  }
}

async function rewriteSession(
  tx: Database,
  change: Exclude<Change, { kind: "cancelled" }>,
  deps: ReleaseDeps,
): Promise<void> {
  const { id, title, capacity, speakers } = change.session;
  await changeSession(tx, id, { ...fieldsOf(change.session), status: "confirmed" }, deps);
  await setSpeakers(tx, id, speakers, { ...deps, clash: "mark" });
  if (change.kind === "changed" && !change.aspects.includes("capacity")) return;
  const resized = await deps.changeCapacity(tx, { sessionId: id, capacity }, deps);
  if (!resized.ok && resized.reason === "below-taken") throw new SeatsTaken({ title, taken: resized.taken });
}

async function writeRelease(
  tx: Database,
  festivalId: string,
  personId: string,
  note: string,
  snapshot: Programme,
  { now, ids }: ReleaseDeps,
): Promise<number> {
  const at = now.toString();
  const [last] = await tx
    .select({ number: max(releases.number) })
    .from(releases)
    .where(eq(releases.festivalId, festivalId));
  const number = (last?.number ?? 0) + 1;
  await tx
    .insert(releases)
    .values({ id: ids.uuid(), festivalId, number, note, snapshot, releasedBy: personId, releasedAt: at });
  await tx.update(festivals).set({ status: "released", updatedAt: at }).where(eq(festivals.id, festivalId));
  return number;
}

/** What of a programme's session attendees see; the names beside ids are for the changelog alone. */
function fieldsOf({ id, capacity, speakers, trackName, roomName, ...fields }: ProgrammeSession) {
  return fields;
}

/** Undoes the whole release. */
class SeatsTaken extends Error {
  constructor(readonly facts: { title: string; taken: number }) {
    super("seats taken");
  }
}

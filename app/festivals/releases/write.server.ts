import { eq, max } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, releases, type SessionStatus, sessions } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import {
  cancelSession,
  changeSession,
  createSessions,
  lockSessions,
  setSpeakers,
} from "~/sessions/sessions.server.ts";
import type { ChangeCapacity } from "../capacity.ts";
import type { Change, Programme, ProgrammeSession } from "../diff.ts";

export interface ReleaseDeps {
  now: Instant;
  ids: Ids;
  changeCapacity: ChangeCapacity;
}

export type FestivalRow = typeof festivals.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;

/** All sessions of a festival, cancelled ones too, locked in the order of their ids. */
export async function lockAllSessions(tx: Database, festivalId: string): Promise<Map<string, SessionRow>> {
  const rows = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.festivalId, festivalId));
  const locked = await lockSessions(
    tx,
    rows.map((row) => row.id),
  );
  return new Map(locked.map((row) => [row.id, row]));
}

/** What a session that takes place is, while the festival has a date and while it waits for one. */
export function standingStatus(festival: Pick<FestivalRow, "postponedAt">): SessionStatus {
  return festival.postponedAt === null ? "confirmed" : "tentative";
}

interface Written {
  festival: FestivalRow;
  /** The sessions that exist, cancelled ones too: these are changed and not created. */
  known: ReadonlyMap<string, unknown>;
}

/** Brings the sessions in step with a programme. Throws `SeatsTaken`, which undoes all of it. */
export async function writeChanges(
  tx: Database,
  { festival, known }: Written,
  changes: Change[],
  deps: ReleaseDeps,
): Promise<void> {
  const status = standingStatus(festival);
  const isNew = (change: Change) => change.kind === "added" && !known.has(change.session.id);
  await createSessions(
    tx,
    changes.filter(isNew).map(({ session }) => {
      const { id, capacity, speakers } = session;
      return { ...fieldsOf(session), id, capacity, speakers, status, festivalId: festival.id };
    }),
    deps,
  );
  for (const change of changes.filter((one) => !isNew(one))) {
    const { id } = change.session;
    if (change.kind === "cancelled") await cancelSession(tx, id, deps);
    else await rewriteSession(tx, change, status, deps);
  }
}

async function rewriteSession(
  tx: Database,
  change: Exclude<Change, { kind: "cancelled" }>,
  status: SessionStatus,
  deps: ReleaseDeps,
): Promise<void> {
  const { id, title, capacity, speakers } = change.session;
  await changeSession(tx, id, { ...fieldsOf(change.session), status }, deps);
  await setSpeakers(tx, id, speakers, { ...deps, clash: "mark" });
  if (change.kind === "changed" && !change.aspects.includes("capacity")) return;
  const resized = await deps.changeCapacity(tx, { sessionId: id, capacity }, deps);
  if (!resized.ok && resized.reason === "below-taken") throw new SeatsTaken({ title, taken: resized.taken });
}

/** The snapshot under the next number. */
export async function writeRelease(
  tx: Database,
  festival: FestivalRow,
  { personId, note, snapshot }: { personId: string; note: string; snapshot: Programme },
  { now, ids }: Pick<ReleaseDeps, "now" | "ids">,
): Promise<number> {
  const at = now.toString();
  const festivalId = festival.id;
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
export class SeatsTaken extends Error {
  constructor(readonly facts: { title: string; taken: number }) {
    super("seats taken");
  }
}

import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import { quietPeriod, recordEvents } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { type Aspect, aspectsOf, differences, type SessionFields } from "./changes.ts";
import { followSessions, type MarkedClash } from "./commitments.server.ts";
import type { Speaker } from "./session.ts";
import { insertSpeakers } from "./speakers.server.ts";
import { spanOf } from "./times.ts";
import { lockSession, noteChange } from "./write.server.ts";

export { findSession, listSessions, type SessionFilter } from "./find.server.ts";
export { type SetSpeakers, setSpeakers } from "./speakers.server.ts";
export { lockSessions } from "./write.server.ts";

type Owner = { festivalId: string; seriesId?: null } | { seriesId: string; festivalId?: null };

/** Status is `confirmed`, capacity unlimited and the rest empty unless given; a release brings its own ids. */
export type NewSession = Owner &
  Pick<
    SessionFields,
    "organisationId" | "kind" | "title" | "language" | "startsLocal" | "timeZone" | "durationMinutes"
  > &
  Partial<SessionFields> & { id?: string; capacity?: number | null; speakers?: Speaker[] };

export interface CreatedSessions {
  /** In the order given. */
  ids: string[];
  clashes: MarkedClash[];
}

/**
 * Writes sessions with their speakers, in the same few statements however many there are. A speaker who has
 * something else at that time is set all the same; their clash is marked and returned.
 */
export async function createSessions(
  tx: Database,
  list: NewSession[],
  { now, ids }: { now: Instant; ids: Ids },
): Promise<CreatedSessions> {
  if (list.length === 0) return { ids: [], clashes: [] };
  const rows = list.map(({ speakers, ...given }) => {
    const row = { id: ids.uuid(), status: "confirmed" as const, allDay: false, ...given };
    return { ...row, ...spanOf(row), createdAt: now.toString(), updatedAt: now.toString() };
  });
  await tx.insert(sessions).values(rows);
  const withSpeakers = rows.map((row, i) => ({ sessionId: row.id, speakers: list[i]?.speakers ?? [] }));
  await insertSpeakers(tx, withSpeakers);
  const given = withSpeakers.filter(({ speakers }) => speakers.some((speaker) => speaker.personId !== null));
  const clashes = await followSessions(
    tx,
    given.map(({ sessionId }) => sessionId),
    now,
  );
  const toCome = new Set(rows.filter((row) => isBefore(now, row.startsAt)).map((row) => row.id));
  await recordEvents(
    tx,
    given
      .filter(({ sessionId }) => toCome.has(sessionId))
      .map(({ sessionId }) => ({
        kind: "session.changed",
        subject: sessionId,
        payload: { changed: ["created"] satisfies Aspect[] },
        now,
        delay: quietPeriod,
      })),
  );
  return { ids: rows.map((row) => row.id), clashes };
}

export interface ChangedSession {
  /** Empty when nothing differs; then nothing was written. */
  changed: Aspect[];
  /** People whose other commitments the session now overlaps. */
  clashes: MarkedClash[];
}

/**
 * Changes what attendees see of a session; `undefined` leaves a field as it is. Who changes several does so in the
 * order of their ids. Throws when there is no such session.
 */
export async function changeSession(
  tx: Database,
  sessionId: string,
  patch: Partial<SessionFields>,
  { now }: { now: Instant },
): Promise<ChangedSession> {
  const before = await lockSession(tx, sessionId);
  const wanted = differences(before, patch);
  const changed = aspectsOf(wanted);
  if (changed.length === 0) return { changed, clashes: [] };
  await tx
    .update(sessions)
    .set({ ...wanted, ...spanOf({ ...before, ...wanted }) })
    .where(eq(sessions.id, sessionId));
  const after = { ...before, ...wanted };
  if ("proposalId" in wanted || "status" in wanted) {
    await followProposal(tx, sessionId, after.status === "cancelled" ? null : after.proposalId);
  }
  const retimed = changed.includes("time") || changed.includes("status");
  const clashes = retimed ? await followSessions(tx, [sessionId], now) : [];
  await noteChange(tx, before, changed, now);
  return { changed, clashes };
}

/** Calls a session off: it stays in calendars as cancelled and takes nobody's time any more. */
export async function cancelSession(
  tx: Database,
  sessionId: string,
  deps: { now: Instant },
): Promise<ChangedSession> {
  return changeSession(tx, sessionId, { status: "cancelled" }, deps);
}

/**
 * Sign-ups copy the workshop they are for, so that the database refuses a second seat in it; a cancelled session
 * stands in nobody's way. Who has a seat in another session of it by now keeps both.
 */
async function followProposal(tx: Database, sessionId: string, proposalId: string | null): Promise<void> {
  await tx.update(signups).set({ proposalId: null }).where(eq(signups.sessionId, sessionId));
  if (proposalId === null) return;
  const noOtherSeat = sql`not exists (select 1 from ${signups} other where other.person_id = ${signups.personId}
    and other.proposal_id = ${proposalId}::uuid and other.status in ('confirmed', 'attended'))`;
  await tx
    .update(signups)
    .set({ proposalId })
    .where(and(eq(signups.sessionId, sessionId), noOtherSeat));
}

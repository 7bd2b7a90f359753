import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessionSpeakers } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { type Clash, findClashes, followSessions } from "./commitments.server.ts";
import type { Speaker } from "./session.ts";
import { lockSession, noteChange } from "./write.server.ts";

export type SetSpeakers = { ok: true; changed: boolean } | { ok: false; reason: "clash"; clashes: Clash[] };

/**
 * Says who gives a session. A person who is busy then is refused with what they are busy with; with `clash: "mark"`
 * (an organiser's release) they are set all the same and their clash is marked.
 */
export async function setSpeakers(
  tx: Database,
  sessionId: string,
  speakers: Speaker[],
  { now, clash = "refuse" }: { now: Instant; clash?: "refuse" | "mark" },
): Promise<SetSpeakers> {
  const session = await lockSession(tx, sessionId);
  const before = await tx
    .select({ personId: sessionSpeakers.personId, name: sessionSpeakers.name })
    .from(sessionSpeakers)
    .where(eq(sessionSpeakers.sessionId, sessionId))
    .orderBy(asc(sessionSpeakers.position));
  if (isSame(before, speakers)) return { ok: true, changed: false };
  if (clash === "refuse" && session.status !== "cancelled") {
    const known = new Set(before.map((speaker) => speaker.personId));
    const added = speakers.flatMap(({ personId }) => (personId && !known.has(personId) ? [personId] : []));
    const clashes = await findClashes(tx, added, session);
    if (clashes.length > 0) return { ok: false, reason: "clash", clashes };
  }
  await tx.delete(sessionSpeakers).where(eq(sessionSpeakers.sessionId, sessionId));
  await insertSpeakers(tx, [{ sessionId, speakers }]);
  await followSessions(tx, [sessionId], now);
  await noteChange(tx, session, ["speakers"], now);
  return { ok: true, changed: true };
}

export async function insertSpeakers(
  tx: Database,
  list: { sessionId: string; speakers: Speaker[] }[],
): Promise<void> {
  const rows = list.flatMap(({ sessionId, speakers }) =>
    speakers.map(({ personId, name }, position) => ({ sessionId, position, personId, name })),
  );
  if (rows.length > 0) await tx.insert(sessionSpeakers).values(rows);
}

function isSame(a: Speaker[], b: Speaker[]): boolean {
  return (
    a.length === b.length && a.every((one, i) => one.personId === b[i]?.personId && one.name === b[i]?.name)
  );
}

import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers, rosterTopics } from "#db/schema/index.ts";
import { memberOf } from "../member-of.ts";
import type { Deps } from "../plan.server.ts";
import { changeRoster } from "../roster.server.ts";

export interface WaitingTopic {
  id: string;
  title: string;
}

const mostWaiting = 20;

export type AddTopic = { ok: true } | { ok: false; reason: "not-a-member" | "too-many" | "waits-already" };

interface Mine {
  seriesId: string;
  personId: string;
}

/** A topic that waits for its speaker's next turn, behind those that wait already. */
export async function addTopic(
  db: Database,
  { seriesId, personId, title }: Mine & { title: string },
  { now, ids }: Deps,
): Promise<AddTopic> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const member = memberOf(roster, personId);
    if (!member || member.leftOn !== null) return { ok: false, reason: "not-a-member" };
    const waiting = await listTopics(tx, { seriesId, personId });
    if (waiting.some((topic) => isSame(topic.title, title))) return { ok: false, reason: "waits-already" };
    if (waiting.length >= mostWaiting) return { ok: false, reason: "too-many" };
    const row = { id: ids.uuid(), memberId: member.id, title, createdAt: now.toString() };
    await tx.insert(rosterTopics).values(row);
    return { ok: true };
  });
}

export async function removeTopic(
  db: Database,
  { seriesId, personId, topicId }: Mine & { topicId: string },
): Promise<void> {
  const waiting = await listTopics(db, { seriesId, personId });
  if (!waiting.some(({ id }) => id === topicId)) return;
  await db.delete(rosterTopics).where(and(eq(rosterTopics.id, topicId), isNull(rosterTopics.turnId)));
}

/** What waits, first in first out. */
export async function listTopics(db: Database, { seriesId, personId }: Mine): Promise<WaitingTopic[]> {
  return db
    .select({ id: rosterTopics.id, title: rosterTopics.title })
    .from(rosterTopics)
    .innerJoin(rosterMembers, eq(rosterMembers.id, rosterTopics.memberId))
    .where(
      and(
        eq(rosterMembers.seriesId, seriesId),
        eq(rosterMembers.personId, personId),
        isNull(rosterTopics.turnId),
      ),
    )
    .orderBy(asc(rosterTopics.createdAt), asc(rosterTopics.id));
}

/** The topic whose turn it is; empty when none waits. */
export async function nextTopic(db: Database, mine: Mine): Promise<string> {
  const [first] = await listTopics(db, mine);
  return first?.title ?? "";
}

/**
 * The turn took this topic: what waited under that title waits no more, and what this turn had taken before waits
 * again, at its old place. An empty topic takes none.
 */
export async function takeTopic(
  tx: Database,
  { turnId, memberId, topic }: { turnId: string; memberId: string | null; topic: string },
): Promise<void> {
  await tx.update(rosterTopics).set({ turnId: null }).where(eq(rosterTopics.turnId, turnId));
  if (memberId === null || topic === "") return;
  const waiting = await tx
    .select({ id: rosterTopics.id, title: rosterTopics.title })
    .from(rosterTopics)
    .where(and(eq(rosterTopics.memberId, memberId), isNull(rosterTopics.turnId)))
    .orderBy(asc(rosterTopics.createdAt), asc(rosterTopics.id));
  const used = waiting.find(({ title }) => isSame(title, topic));
  if (used) await tx.update(rosterTopics).set({ turnId }).where(eq(rosterTopics.id, used.id));
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}

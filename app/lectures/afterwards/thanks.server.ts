import { and, asc, count, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { lectureThanks, people } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";
import { hasBegun, type Thanks } from "./afterwards.ts";
import { tellTonight } from "./tell-tonight.server.ts";

export type Thanked = { ok: true } | { ok: false; reason: "not-begun" | "own-lecture" };

/** Thanks are one a person. Again, they change nothing but the message, where one is given. */
export async function giveThanks(
  db: Database,
  { lecture, personId, message }: { lecture: Lecture; personId: string; message?: string },
  { now }: { now: Instant },
): Promise<Thanked> {
  if (!lecture.speaker || !hasBegun(lecture, now)) return { ok: false, reason: "not-begun" };
  if (lecture.speaker.personId === personId) return { ok: false, reason: "own-lecture" };
  await db.transaction(async (tx) => {
    await tellTonight(tx, { kind: "turn.echoed", lecture }, { now });
    const row = { turnId: lecture.turnId, personId, message: message ?? "", createdAt: now.toString() };
    const insert = tx.insert(lectureThanks).values(row);
    const target = [lectureThanks.turnId, lectureThanks.personId];
    await (message === undefined
      ? insert.onConflictDoNothing({ target })
      : insert.onConflictDoUpdate({ target, set: { message } }));
  });
  return { ok: true };
}

export async function takeBackThanks(
  db: Database,
  { turnId, personId }: { turnId: string; personId: string },
): Promise<void> {
  await db
    .delete(lectureThanks)
    .where(and(eq(lectureThanks.turnId, turnId), eq(lectureThanks.personId, personId)));
}

/** In the order they came: thanks are not ranked. */
export function listThanks(db: Database, turnId: string): Promise<Thanks["all"]> {
  return db
    .select({ personId: people.id, name: people.name, message: lectureThanks.message })
    .from(lectureThanks)
    .innerJoin(people, eq(people.id, lectureThanks.personId))
    .where(eq(lectureThanks.turnId, turnId))
    .orderBy(asc(lectureThanks.createdAt), asc(people.id));
}

export async function countThanks(db: Database, turnId: string): Promise<number> {
  const [row] = await db
    .select({ thanks: count() })
    .from(lectureThanks)
    .where(eq(lectureThanks.turnId, turnId));
  return row?.thanks ?? 0;
}

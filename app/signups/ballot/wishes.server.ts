import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { ballots, people, ratherFree, sessions, wishes } from "#db/schema/index.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Instant } from "~/platform/time.ts";
import { ballotState } from "./ballot.ts";
import { fingerprint } from "./canonical.ts";
import { listOffered, type OfferedSession } from "./offered.server.ts";
import {
  judgeWishes,
  type Settled,
  settle,
  type TypedWishes,
  type WishList,
  type WishProblem,
} from "./wishes.ts";

/** What one person has said, whether or not it still counts. */
async function findList(db: Database, festivalId: string, personId: string): Promise<WishList> {
  const rows = await db
    .select({ sessionId: wishes.sessionId, rank: wishes.rank })
    .from(wishes)
    .where(and(eq(wishes.festivalId, festivalId), eq(wishes.personId, personId)));
  const free = await db
    .select({ slot: ratherFree.slot })
    .from(ratherFree)
    .where(and(eq(ratherFree.festivalId, festivalId), eq(ratherFree.personId, personId)));
  return {
    ranks: Object.fromEntries(
      rows.flatMap(({ sessionId, rank }) => (rank === null ? [] : [[sessionId, rank]])),
    ),
    vetoes: rows.filter(({ rank }) => rank === null).map(({ sessionId }) => sessionId),
    free: free.map(({ slot }) => slot),
  };
}

export interface MyWishes extends Settled {
  offered: OfferedSession[];
  /** What `dropped` is called. */
  droppedTitles: string[];
  /** Stands for what is saved: a page that read another one is out of date. */
  version: string;
}

/** A person's wishes as they count today, and what they can wish for. */
export async function findWishes(
  db: Database,
  who: { festivalId: string; personId: string },
  { now }: { now: Instant },
): Promise<MyWishes> {
  const offered = await listOffered(db, { ...who, now });
  const settled = settle(await findList(db, who.festivalId, who.personId), offered);
  const droppedTitles = await titlesOf(db, settled.dropped);
  return { ...settled, offered, droppedTitles, version: versionOf(settled.list) };
}

async function titlesOf(db: Database, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.select({ title: sessions.title }).from(sessions).where(inArray(sessions.id, ids));
  return rows.map(({ title }) => title).sort();
}

const versionOf = (list: WishList) => fingerprint(list).slice(0, 16);

export type WishesSaved =
  | { ok: true; version: string }
  | { ok: false; reason: "not-open" }
  | { ok: false; reason: "wrong"; problems: WishProblem[] }
  /** Somebody, in another tab, saved something else meanwhile. */
  | { ok: false; reason: "changed"; version: string };

/**
 * Saves a whole wish list, unless it was changed elsewhere since the page that sends it was read: what is newer never
 * disappears unseen. Wishes for sessions that are called off stay, for the case that they take place after all.
 */
export async function saveWishes(
  db: Database,
  who: { festival: Pick<Festival, "id" | "status" | "postponedAt" | "signupMode">; personId: string },
  { version, ...typed }: TypedWishes & { version: string },
  { now }: { now: Instant },
): Promise<WishesSaved> {
  const { festival, personId } = who;
  const festivalId = festival.id;
  return db.transaction(async (given): Promise<WishesSaved> => {
    const tx = given as unknown as Database;
    // Held until the end, so that the seats are given either before this or with it.
    const [ballot] = await tx.select().from(ballots).where(eq(ballots.festivalId, festivalId)).for("share");
    const state = ballotState(ballot ?? null, festival, now);
    if (state !== "open" || festival.signupMode !== "ballot") return { ok: false, reason: "not-open" };
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("no key update");
    const before = await findWishes(tx, { festivalId, personId }, { now });
    const judged = judgeWishes(typed, before.offered);
    if (!judged.ok) return { ok: false, reason: "wrong", problems: judged.problems };
    const after = versionOf(judged.list);
    if (after === before.version) return { ok: true, version: after };
    if (version !== before.version) return { ok: false, reason: "changed", version: before.version };
    await replace(tx, { festivalId, personId, offered: before.offered, list: judged.list, now });
    return { ok: true, version: after };
  });
}

async function replace(
  tx: Database,
  given: { festivalId: string; personId: string; offered: OfferedSession[]; list: WishList; now: Instant },
): Promise<void> {
  const { festivalId, personId, offered, list } = given;
  const updatedAt = given.now.toString();
  const ids = offered.map(({ id }) => id);
  await tx.delete(wishes).where(and(eq(wishes.personId, personId), inArray(wishes.sessionId, ids)));
  await tx
    .delete(ratherFree)
    .where(and(eq(ratherFree.festivalId, festivalId), eq(ratherFree.personId, personId)));
  const said = { personId, festivalId, updatedAt };
  const rows = [
    ...Object.entries(list.ranks).map(([sessionId, rank]) => ({ ...said, sessionId, rank })),
    ...list.vetoes.map((sessionId) => ({ ...said, sessionId, rank: null })),
  ];
  if (rows.length > 0) await tx.insert(wishes).values(rows);
  if (list.free.length > 0) await tx.insert(ratherFree).values(list.free.map((slot) => ({ ...said, slot })));
}

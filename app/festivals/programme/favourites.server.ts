import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { favourites, sessions } from "#db/schema/index.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Instant } from "~/platform/time.ts";
import { maySeeFestival } from "../access.ts";
import { findFestivalById } from "../festivals.server.ts";
import type { Wish } from "./marks.ts";

/** The numbers of the sessions of a festival that somebody marked. */
export async function listFavourites(db: Database, personId: string, festivalId: string): Promise<number[]> {
  const rows = await db
    .select({ number: sessions.number })
    .from(favourites)
    .innerJoin(sessions, eq(sessions.id, favourites.sessionId))
    .where(and(eq(favourites.personId, personId), eq(sessions.festivalId, festivalId)));
  return rows.map((row) => row.number);
}

/** Adds marks made before signing in. What is there already, is no session or is not for them to see is passed over. */
export async function mergeFavourites(
  db: Database,
  viewer: Viewer,
  numbers: number[],
  now: Instant,
): Promise<number> {
  const visible = await findVisible(db, viewer, numbers);
  if (visible.length === 0) return 0;
  const added = await db
    .insert(favourites)
    .values(
      visible.map(({ id }) => ({ personId: viewer.personId, sessionId: id, createdAt: now.toString() })),
    )
    .onConflictDoNothing()
    .returning();
  return added.length;
}

/** Marks or unmarks one session; null where there is none that they may see. */
export async function setFavourite(
  db: Database,
  viewer: Viewer,
  { number, marked }: Wish,
  now: Instant,
): Promise<{ title: string } | null> {
  const [session] = await findVisible(db, viewer, [number]);
  if (!session) return null;
  if (marked) await mergeFavourites(db, viewer, [number], now);
  else
    await db
      .delete(favourites)
      .where(and(eq(favourites.personId, viewer.personId), eq(favourites.sessionId, session.id)));
  return { title: session.title };
}

async function findVisible(db: Database, viewer: Viewer, numbers: number[]) {
  if (numbers.length === 0) return [];
  const found = await db
    .select({ id: sessions.id, title: sessions.title, festivalId: sessions.festivalId })
    .from(sessions)
    .where(and(inArray(sessions.number, numbers), isNotNull(sessions.festivalId)));
  const seen = new Set<string>();
  for (const id of new Set(found.flatMap(({ festivalId }) => festivalId ?? []))) {
    const festival = await findFestivalById(db, id);
    if (festival && maySeeFestival(viewer, festival)) seen.add(id);
  }
  return found.filter(({ festivalId }) => festivalId !== null && seen.has(festivalId));
}

import { and, asc, count, eq } from "drizzle-orm";
import { constraintOf, type Database } from "#db/connect.ts";
import { draftSessions, tracks } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import { mayLeadFestival } from "./access.ts";
import type { Festival } from "./festival.ts";

export interface Track {
  id: string;
  name: string;
  colour: string;
  sessions: number;
}

export type TrackSaved = { ok: true } | { ok: false; reason: "forbidden" | "name-taken" };

export async function listTracks(db: Database, festivalId: string): Promise<Track[]> {
  return db
    .select({ id: tracks.id, name: tracks.name, colour: tracks.colour, sessions: count(draftSessions.id) })
    .from(tracks)
    .leftJoin(draftSessions, eq(draftSessions.trackId, tracks.id))
    .where(eq(tracks.festivalId, festivalId))
    .groupBy(tracks.id)
    .orderBy(asc(tracks.name));
}

/** A new track, or another name and colour for the one with this id. */
export async function saveTrack(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, name, colour }: { id?: string; name: string; colour: string },
  { ids }: { ids: Ids },
): Promise<TrackSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  try {
    if (id) {
      await db
        .update(tracks)
        .set({ name, colour })
        .where(and(eq(tracks.id, id), eq(tracks.festivalId, festival.id)));
    } else {
      await db.insert(tracks).values({ id: ids.uuid(), festivalId: festival.id, name, colour });
    }
    return { ok: true };
  } catch (error) {
    if (constraintOf(error) === "tracks_name") return { ok: false, reason: "name-taken" };
    throw error;
  }
}

/** Its sessions stay; they are in no track any more. */
export async function removeTrack(
  db: Database,
  viewer: Standing,
  festival: Festival,
  id: string,
): Promise<boolean> {
  if (!mayLeadFestival(viewer, festival)) return false;
  await db.delete(tracks).where(and(eq(tracks.id, id), eq(tracks.festivalId, festival.id)));
  return true;
}

import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { tracks } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { ImportedProgramme } from "./programme.ts";

/** For tracks whose colour the file does not say: earthy, and told apart on paper and on roasted brown. */
const palette = ["#b4552d", "#3f6b5c", "#5a6fa8", "#a3783c", "#8a4f7d", "#4f7f8c", "#7a7f3a", "#a34a4a"];

/** The festival's tracks by name; those that the file adds are made where the importer may. */
export async function ensureTracks(
  tx: Database,
  festivalId: string,
  wanted: ImportedProgramme["tracks"],
  { mayCreate, ids }: { mayCreate: boolean; ids: Ids },
): Promise<Map<string, string>> {
  const known = await tx.select().from(tracks).where(eq(tracks.festivalId, festivalId));
  const byName = new Map(known.map((track) => [track.name, track.id]));
  if (!mayCreate) return byName;
  const added = wanted
    .filter((track) => !byName.has(track.name))
    .map(({ name, colour }, index) => ({
      id: ids.uuid(),
      festivalId,
      name,
      colour: colour ?? palette[(known.length + index) % palette.length] ?? "#b4552d",
    }));
  if (added.length > 0) await tx.insert(tracks).values(added);
  for (const track of added) byName.set(track.name, track.id);
  return byName;
}

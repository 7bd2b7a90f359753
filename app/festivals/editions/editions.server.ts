import { asc, eq, or } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { maySeeFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";

export interface EditionLink {
  slug: string;
  name: string;
  startsOn: string;
  endsOn: string;
}

/** The edition this one was copied from and those copied from it, as far as this viewer may see them. */
export async function findEditions(
  db: Database,
  viewer: Standing | null,
  festival: Pick<Festival, "id" | "copiedFromId">,
): Promise<{ earlier: EditionLink[]; later: EditionLink[] }> {
  const from = festival.copiedFromId;
  const rows = await db
    .select({ id: festivals.id })
    .from(festivals)
    .where(or(eq(festivals.copiedFromId, festival.id), from ? eq(festivals.id, from) : undefined))
    .orderBy(asc(festivals.startsOn), asc(festivals.id));
  const found: Festival[] = [];
  for (const { id } of rows) {
    const one = await findFestivalById(db, id);
    if (one && maySeeFestival(viewer, one)) found.push(one);
  }
  const link = ({ slug, name, startsOn, endsOn }: Festival) => ({ slug, name, startsOn, endsOn });
  return {
    earlier: found.filter(({ id }) => id === from).map(link),
    later: found.filter(({ id }) => id !== from).map(link),
  };
}

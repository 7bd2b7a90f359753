import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, releases } from "#db/schema/index.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { type Change, diffProgrammes, type Programme } from "./diff.ts";
import type { Festival } from "./festival.ts";
import { currentProgramme, draftProgramme } from "./programmes.server.ts";

export interface Release {
  number: number;
  note: string;
  releasedBy: string | null;
  releasedAt: IsoInstant;
  /** Against the release before. */
  changes: Change[];
}

/** Every release with its changelog, the latest first. */
export async function listReleases(db: Database, festivalId: string): Promise<Release[]> {
  const rows = await db
    .select({
      number: releases.number,
      note: releases.note,
      snapshot: releases.snapshot,
      releasedBy: people.name,
      releasedAt: releases.releasedAt,
    })
    .from(releases)
    .leftJoin(people, eq(people.id, releases.releasedBy))
    .where(eq(releases.festivalId, festivalId))
    .orderBy(asc(releases.number));
  const empty: Programme = { sessions: [] };
  return rows
    .map(({ snapshot, ...row }, index) => ({
      ...row,
      changes: diffProgrammes(
        (rows[index - 1]?.snapshot as Programme | undefined) ?? empty,
        snapshot as Programme,
      ),
    }))
    .reverse();
}

/** What a release made now would change for attendees. */
export async function pendingChanges(db: Database, festival: Festival): Promise<Change[]> {
  return diffProgrammes(await currentProgramme(db, festival.id), await draftProgramme(db, festival));
}

import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, releases } from "#db/schema/index.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { type Clash, detectClashes, findOutside } from "./conflicts.ts";
import { type Change, diffProgrammes, type Programme } from "./diff.ts";
import { lacksTime } from "./draft.ts";
import { listDrafts } from "./drafts.server.ts";
import type { Festival } from "./festival.ts";
import { currentProgramme, programmeOf } from "./programmes.server.ts";
import { findSpeakerClashes, type SpeakerClash } from "./speaker-clashes.server.ts";

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

export interface PendingRelease {
  changes: Change[];
  clashes: Clash[];
  /** The sessions that clashes are about. */
  names: { id: string; title: string; roomName: string | null }[];
  busy: SpeakerClash[];
  /** Drafts without a time. */
  leftOut: number;
  /** Drafts on days that are not the festival's. */
  outside: number;
}

/** What a release made now would change, and what somebody should look at before. */
export async function findPendingRelease(db: Database, festival: Festival): Promise<PendingRelease> {
  const drafts = await listDrafts(db, festival.id);
  const current = await currentProgramme(db, festival.id);
  const changes = diffProgrammes(current, programmeOf(drafts, festival.timeZone));
  const clashes = detectClashes(drafts);
  const concerned = new Set(clashes.flatMap(({ sessionId, otherId }) => [sessionId, otherId]));
  return {
    changes,
    clashes,
    names: drafts
      .filter((draft) => concerned.has(draft.id))
      .map(({ id, title, roomName }) => ({ id, title, roomName })),
    busy: await findSpeakerClashes(db, festival.id, changes),
    leftOut: drafts.filter(lacksTime).length,
    outside: findOutside(drafts, festival).length,
  };
}

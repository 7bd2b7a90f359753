import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, releases } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { ConflictLevels } from "./conflicts/levels.ts";
import { type Conflict, idsInConflict } from "./conflicts.ts";
import { type Change, diffProgrammes } from "./diff.ts";
import { lacksTime } from "./draft.ts";
import type { Festival } from "./festival.ts";
import { currentProgramme, programmeOf } from "./programmes.server.ts";
import { findConflicts } from "./progress.server.ts";
import { type Audience, audienceOf, type SignedUp } from "./releases/audience.ts";
import { readSnapshot } from "./releases/snapshot.ts";

export interface Release {
  number: number;
  note: string;
  releasedBy: string | null;
  /** Of whoever released it. */
  organisation: string | null;
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
      organisation: organisations.name,
      releasedAt: releases.releasedAt,
    })
    .from(releases)
    .leftJoin(people, eq(people.id, releases.releasedBy))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(releases.festivalId, festivalId))
    .orderBy(asc(releases.number));
  const programmes = rows.map(({ snapshot }) => readSnapshot(snapshot));
  return rows
    .map(({ snapshot, ...row }, index) => ({
      ...row,
      changes: diffProgrammes(programmes[index - 1] ?? { sessions: [] }, programmes[index]!),
    }))
    .reverse();
}

/** Sign-ups come after festivals: the route hands in who has a seat or waits. */
export type ListSignedUp = (db: Database, sessionIds: string[]) => Promise<SignedUp[]>;

export interface PendingRelease {
  changes: Change[];
  audience: Audience;
  conflicts: Conflict[];
  levels: ConflictLevels;
  /** The sessions that conflicts are about. */
  names: { id: string; title: string; roomName: string | null }[];
  /** Drafts without a time. */
  leftOut: number;
}

/** What a release made now would change, and what somebody should look at before. */
export async function findPendingRelease(
  db: Database,
  festival: Festival,
  { now, listSignedUp }: { now: Instant; listSignedUp: ListSignedUp },
): Promise<PendingRelease> {
  const { drafts, conflicts } = await findConflicts(db, festival);
  const current = await currentProgramme(db, festival.id);
  const changes = diffProgrammes(current, programmeOf(drafts, festival.timeZone));
  const concerned = idsInConflict(conflicts);
  return {
    changes,
    audience: await findAudience(db, changes, { now, listSignedUp }),
    conflicts,
    levels: festival.conflictLevels,
    names: drafts
      .filter((draft) => concerned.has(draft.id))
      .map(({ id, title, roomName }) => ({ id, title, roomName })),
    leftOut: drafts.filter(lacksTime).length,
  };
}

export async function findAudience(
  db: Database,
  changes: Change[],
  { now, listSignedUp }: { now: Instant; listSignedUp: ListSignedUp },
): Promise<Audience> {
  const signedUp = await listSignedUp(
    db,
    changes.map(({ session }) => session.id),
  );
  return audienceOf(changes, signedUp, now);
}

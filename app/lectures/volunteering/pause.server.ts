import { and, eq, lte } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers } from "#db/schema/index.ts";
import type { PausedBy } from "#db/schema/lectures.ts";
import { dateIn, type IsoDate } from "~/platform/time.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { changeRoster, type Member } from "../roster.server.ts";

interface Pause {
  by: Exclude<PausedBy, "declines">;
  /** The first day they can be asked for again; null until somebody says so. */
  until: IsoDate | null;
}

interface MemberRef {
  seriesId: string;
  memberId: string;
}

/**
 * Asks a member nothing for a while. What they were only asked for goes to others; what they agreed to give stays
 * theirs. Pausing again sets another end. Returns their name.
 */
export async function pauseMember(
  db: Database,
  { seriesId, memberId, by, until }: MemberRef & Pause,
  deps: Deps,
): Promise<string> {
  return changeMember(db, { seriesId, memberId }, deps, async (tx) => {
    const pausedAt = deps.now.toString();
    const row = { pausedAt, pausedBy: by, pausedUntil: until, declinesInARow: 0 };
    await tx.update(rosterMembers).set(row).where(eq(rosterMembers.id, memberId));
  });
}

const notPaused = { pausedAt: null, pausedBy: null, pausedUntil: null, declinesInARow: 0 };

/** Can be asked again. Returns their name. */
export async function resumeMember(db: Database, ref: MemberRef, deps: Deps): Promise<string> {
  return changeMember(db, ref, deps, async (tx, { paused, id }) => {
    if (paused) await tx.update(rosterMembers).set(notPaused).where(eq(rosterMembers.id, id));
  });
}

/** Forgets the pauses that are over, in the series' own zone; presence has not counted them since. */
export async function endPauses(db: Database, seriesId: string, { now }: Pick<Deps, "now">): Promise<number> {
  return changeRoster(db, seriesId, async (tx, { series }) => {
    const isOver = lte(rosterMembers.pausedUntil, dateIn(now, series.timeZone));
    const ended = await tx
      .update(rosterMembers)
      .set(notPaused)
      .where(and(eq(rosterMembers.seriesId, seriesId), isOver))
      .returning({ id: rosterMembers.id });
    return ended.length;
  });
}

/** Changes somebody on the roster and plans anew; nothing and an empty name where they are not on it. */
export async function changeMember(
  db: Database,
  { seriesId, memberId }: MemberRef,
  deps: Deps,
  work: (tx: Database, member: Member) => Promise<void>,
): Promise<string> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const member = roster.members.find(({ id }) => id === memberId);
    if (!member || member.leftOn !== null) return "";
    await work(tx, member);
    await planSeries(tx, seriesId, deps);
    return member.name;
  });
}

import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { mayLeadFestival } from "./access.ts";
import { detectClashes } from "./conflicts.ts";
import { recordDecision } from "./decisions.server.ts";
import { type Change, diffProgrammes } from "./diff.ts";
import { listDrafts } from "./drafts.server.ts";
import type { Festival } from "./festival.ts";
import { lockFestival } from "./hosting/locks.server.ts";
import { currentProgramme, programmeOf } from "./programmes.server.ts";
import type { ReleaseWish } from "./release-wish.ts";
import {
  lockAllSessions,
  type ReleaseDeps,
  SeatsTaken,
  writeChanges,
  writeRelease,
} from "./releases/write.server.ts";

export type ReleaseOutcome =
  | { ok: true; number: number; changes: Change[] }
  | { ok: false; reason: "forbidden" | "nothing" | "cancelled" }
  /** A room or a speaker is taken twice at a time, and nobody said that this is meant. */
  | { ok: false; reason: "clashes"; count: number }
  /** More people have a seat in it than it would hold. */
  | { ok: false; reason: "seats-taken"; title: string; taken: number };

type Lead = Standing & { personId: string };

/**
 * Publishes the programme as it is drafted: sessions, speakers, events and the snapshot in one transaction. The lock
 * on the festival makes one release of two clicks; the second finds nothing left to release.
 */
export async function releaseProgramme(
  db: Database,
  viewer: Lead,
  festival: Festival,
  wish: ReleaseWish,
  deps: ReleaseDeps,
): Promise<ReleaseOutcome> {
  try {
    return await inTransaction(db, (tx) => releaseLocked(tx, viewer, festival.id, wish, deps));
  } catch (error) {
    if (error instanceof SeatsTaken) return { ok: false, reason: "seats-taken", ...error.facts };
    throw error;
  }
}

async function releaseLocked(
  tx: Database,
  viewer: Lead,
  festivalId: string,
  { note, despiteClashes }: ReleaseWish,
  deps: ReleaseDeps,
): Promise<ReleaseOutcome> {
  const festival = await lockFestival(tx, festivalId);
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  if (festival.status === "cancelled") return { ok: false, reason: "cancelled" };
  const known = await lockAllSessions(tx, festivalId);
  const drafts = await listDrafts(tx, festivalId);
  const after = programmeOf(drafts, festival.timeZone);
  const changes = diffProgrammes(await currentProgramme(tx, festivalId), after);
  if (changes.length === 0) return { ok: false, reason: "nothing" };
  const clashes = detectClashes(drafts);
  if (clashes.length > 0 && !despiteClashes) return { ok: false, reason: "clashes", count: clashes.length };
  await writeChanges(tx, { festival, known }, changes, deps);
  const { personId } = viewer;
  const number = await writeRelease(tx, festival, { personId, note, snapshot: after }, deps);
  await recordDecision(tx, { festivalId, kind: "released", by: viewer, facts: { number }, now: deps.now });
  return { ok: true, number, changes };
}

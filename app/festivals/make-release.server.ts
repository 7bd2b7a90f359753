import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { mayLeadFestival } from "./access.ts";
import { atLevel } from "./conflicts/levels.ts";
import { findSurroundings } from "./conflicts/surroundings.server.ts";
import { type Conflict, detectConflicts } from "./conflicts.ts";
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
  /** Something must be settled first, or something should be and nobody said that it is meant. */
  | { ok: false; reason: "blocked" | "warnings"; conflicts: Conflict[] }
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
  { note, despiteWarnings }: ReleaseWish,
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
  const found = detectConflicts(drafts, await findSurroundings(tx, festival));
  const blocking = atLevel(found, festival.conflictLevels, "block");
  if (blocking.length > 0) return { ok: false, reason: "blocked", conflicts: blocking };
  const warnings = atLevel(found, festival.conflictLevels, "warn");
  if (warnings.length > 0 && !despiteWarnings) return { ok: false, reason: "warnings", conflicts: warnings };
  await writeChanges(tx, { festival, known }, changes, deps);
  const { personId } = viewer;
  const number = await writeRelease(tx, festival, { personId, note, snapshot: after }, deps);
  await recordDecision(tx, { festivalId, kind: "released", by: viewer, facts: { number }, now: deps.now });
  return { ok: true, number, changes };
}

import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { formats, proposals, releases } from "#db/schema/index.ts";
import { type ChecklistItem, checklist } from "./checklist.ts";
import { type Conflict, detectConflicts } from "./conflicts.ts";
import { diffProgrammes } from "./diff.ts";
import type { Draft } from "./draft.ts";
import { listDrafts } from "./drafts.server.ts";
import type { Festival } from "./festival.ts";
import { currentProgramme, programmeOf } from "./programmes.server.ts";
import { listFestivalRooms } from "./venues.server.ts";

/** What is left to do for a festival. */
export async function findChecklist(db: Database, festival: Festival): Promise<ChecklistItem[]> {
  const { drafts, conflicts, rooms } = await findConflicts(db, festival);
  const pending = diffProgrammes(
    await currentProgramme(db, festival.id),
    programmeOf(drafts, festival.timeZone),
  );
  const made = await db.$count(releases, eq(releases.festivalId, festival.id));
  const call = festival.callOpensAt === null ? null : await findCallFacts(db, festival.id);
  return checklist({ festival, drafts, conflicts, rooms, releases: made, pending: pending.length, call });
}

async function findCallFacts(db: Database, festivalId: string) {
  const undecided = and(eq(proposals.festivalId, festivalId), eq(proposals.status, "submitted"));
  return {
    formats: await db.$count(formats, eq(formats.festivalId, festivalId)),
    undecided: await db.$count(proposals, undecided),
  };
}

/** The drafts of a festival and everything among them that does not fit. */
export async function findConflicts(
  db: Database,
  festival: Festival,
): Promise<{ drafts: Draft[]; conflicts: Conflict[]; rooms: number }> {
  const drafts = await listDrafts(db, festival.id);
  const rooms = await listFestivalRooms(db, festival.id);
  const { startsOn, endsOn } = festival;
  const roomCapacities = new Map(rooms.map((room) => [room.id, room.capacity]));
  return {
    drafts,
    conflicts: detectConflicts(drafts, { startsOn, endsOn, roomCapacities }),
    rooms: rooms.length,
  };
}

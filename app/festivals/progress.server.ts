import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { ballots, festivalRooms, formats, proposals, releases } from "#db/schema/index.ts";
import { type CallFacts, type ChecklistItem, checklist } from "./checklist.ts";
import { heeded } from "./conflicts/levels.ts";
import { findSurroundings } from "./conflicts/surroundings.server.ts";
import type { Surroundings } from "./conflicts/surroundings.ts";
import { type Conflict, detectConflicts } from "./conflicts.ts";
import { diffProgrammes } from "./diff.ts";
import type { Draft } from "./draft.ts";
import { listDrafts } from "./drafts.server.ts";
import type { Festival } from "./festival.ts";
import { listWaitedFor } from "./hosting/invitations.server.ts";
import { currentProgramme, programmeOf } from "./programmes.server.ts";

/** What is left to do for a festival. */
export async function findChecklist(db: Database, festival: Festival): Promise<ChecklistItem[]> {
  const { drafts, conflicts } = await findConflicts(db, festival);
  const rooms = await db.$count(festivalRooms, eq(festivalRooms.festivalId, festival.id));
  const pending = diffProgrammes(
    await currentProgramme(db, festival.id),
    programmeOf(drafts, festival.timeZone),
  );
  const made = await db.$count(releases, eq(releases.festivalId, festival.id));
  const askedByMail = await listWaitedFor(db, festival.id);
  const call = festival.callOpensAt === null ? null : await findCallFacts(db, festival.id);
  return checklist({
    ...{ festival, drafts, conflicts, rooms, askedByMail, call },
    ballot:
      festival.signupMode === "ballot"
        ? { made: (await db.$count(ballots, eq(ballots.festivalId, festival.id))) > 0 }
        : null,
    releases: made,
    pending: pending.length,
  });
}

async function findCallFacts(db: Database, festivalId: string): Promise<CallFacts> {
  const count = (...conditions: SQL[]) =>
    db.$count(proposals, and(eq(proposals.festivalId, festivalId), ...conditions));
  // An accepted proposal that its speakers confirmed was told of as accepted.
  const decided = sql`case ${proposals.status} when 'confirmed' then 'accepted' else ${proposals.status} end`;
  return {
    formats: await db.$count(formats, eq(formats.festivalId, festivalId)),
    undecided: await count(eq(proposals.status, "submitted")),
    untold: await count(
      inArray(proposals.status, ["accepted", "confirmed", "reserve", "declined"]),
      sql`${proposals.toldStatus} is distinct from ${decided}`,
    ),
    unconfirmed: await count(eq(proposals.status, "accepted"), eq(proposals.toldStatus, "accepted")),
  };
}

/** The drafts of a festival, what they have to fit into and everything that does not, without what is ignored. */
export async function findConflicts(
  db: Database,
  festival: Festival,
): Promise<{ drafts: Draft[]; conflicts: Conflict[]; surroundings: Surroundings }> {
  const drafts = await listDrafts(db, festival.id);
  const surroundings = await findSurroundings(db, festival);
  const conflicts = heeded(detectConflicts(drafts, surroundings), festival.conflictLevels);
  return { drafts, conflicts, surroundings };
}

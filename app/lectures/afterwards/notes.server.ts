import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { type LectureLink, turns } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { changeRoster } from "../roster.server.ts";
import type { TurnRef } from "../turn-writes.server.ts";

export interface Notes {
  notes: string;
  links: LectureLink[];
}

/** What a speaker leaves behind, or prepares. A turn that goes to somebody else loses it. */
export async function saveNotes(
  db: Database,
  { seriesId, turnId, notes, links }: TurnRef & Notes,
  { now }: { now: Instant },
): Promise<void> {
  await changeRoster(db, seriesId, async (tx) => {
    await tx.update(turns).set({ notes, links, updatedAt: now.toString() }).where(eq(turns.id, turnId));
  });
}

export async function findNotes(db: Database, turnId: string): Promise<Notes> {
  const [found] = await db
    .select({ notes: turns.notes, links: turns.links })
    .from(turns)
    .where(eq(turns.id, turnId));
  return found ?? { notes: "", links: [] };
}

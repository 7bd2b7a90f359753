import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers } from "#db/schema/index.ts";
import type { IsoDate } from "~/platform/time.ts";
import type { Deps } from "../plan.server.ts";
import { changeMember } from "./pause.server.ts";

export interface Availability {
  /** ISO weekdays, at least one, in order. */
  weekdays: number[];
  /** The first day they want to speak; null from now on. */
  notBefore: IsoDate | null;
}

/**
 * The days a member can be asked for. What they were only asked for and no longer suits goes to others; what they
 * agreed to give stays theirs. Returns their name.
 */
export async function setAvailability(
  db: Database,
  { seriesId, memberId, ...availability }: { seriesId: string; memberId: string } & Availability,
  deps: Deps,
): Promise<string> {
  return changeMember(db, { seriesId, memberId }, deps, async (tx) => {
    await tx.update(rosterMembers).set(availability).where(eq(rosterMembers.id, memberId));
  });
}

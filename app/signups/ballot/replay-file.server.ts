import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findAllocation } from "./allocations.server.ts";
import { findBallot } from "./ballots.server.ts";
import { smallestGroup } from "./inputs.ts";
import { pseudonymOf } from "./pseudonym.server.ts";
import { asBytes, replayFileOf } from "./replay.ts";

/** Fewer people of one organisation than this could be told apart by who knows them. */
export const leastGroup = 5;

export type FoundFile = { is: "file"; bytes: string } | { is: "none" } | { is: "kept" };

/** The file of an allocation that was carried out, for somebody who may see the festival, or for nobody known. */
export async function findReplayFile(
  db: Database,
  asking: { festival: Pick<Festival, "id" | "slug">; viewer: { personId: string } | null },
): Promise<FoundFile> {
  const { festival, viewer } = asking;
  const ballot = await findBallot(db, festival.id);
  const allocation = ballot?.allocationId ? await findAllocation(db, ballot.allocationId) : null;
  if (!ballot || !allocation) return { is: "none" };
  const open = smallestGroup(allocation.inputs) >= leastGroup;
  const number = viewer && pseudonymOf(ballot.numbersKey, viewer.personId);
  if (!open && !allocation.inputs.people.some(({ id }) => id === number)) return { is: "kept" };
  return { is: "file", bytes: asBytes(replayFileOf(allocation, festival.slug)) };
}

import type { BallotMode } from "#db/schema/ballots.ts";
import type { FestivalStatus } from "#db/schema/festivals.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";

export interface Ballot {
  festivalId: string;
  /** Null: as soon as there is a programme. */
  opensAt: IsoInstant | null;
  closesAt: IsoInstant;
  mode: BallotMode;
  /** Decides every tie; drawn once, when the ballot is made, and never again. */
  seed: string;
  /** Makes people's numbers; it never leaves the server. */
  numbersKey: string;
  /** The allocation that was carried out. */
  allocationId: string | null;
  allocatedAt: IsoInstant | null;
}

/** `none`: nobody made one; `waiting`: it is made, but there is no programme to wish from yet, or it opens later. */
export type BallotState = "none" | "waiting" | "open" | "closed" | "allocated";

/** Where the wishes of a festival stand. */
export function ballotState(
  ballot: Pick<Ballot, "opensAt" | "closesAt" | "allocatedAt"> | null,
  festival: { status: FestivalStatus; postponedAt: IsoInstant | null },
  now: Instant,
): BallotState {
  if (!ballot) return "none";
  if (ballot.allocatedAt) return "allocated";
  if (!isBefore(now, ballot.closesAt)) return "closed";
  if (festival.status === "over" || festival.status === "cancelled") return "closed";
  if (festival.status !== "released" || festival.postponedAt) return "waiting";
  return ballot.opensAt && isBefore(now, ballot.opensAt) ? "waiting" : "open";
}

import type { IsoInstant } from "~/platform/time.ts";
import { idleOf, type Kept } from "./kept.ts";

export interface PlaceFacts {
  /** From 1. */
  place: number;
  /** The organisation whose seats they can get. */
  organisationId: string | null;
  kept: Kept;
  /** Seats nobody has. */
  free: number;
  /** Those who stand before them, by organisation. */
  ahead: readonly { organisationId: string | null; count: number }[];
}

/** What a place in the queue depends on, host by host. */
export interface PlaceExplained {
  place: number;
  /** Null: seats are kept until the session begins. */
  endsAt: IsoInstant | null;
  /** Whether any seat is free; else what is kept are the next that come free. */
  isFree: boolean;
  hosts: {
    name: string;
    /** Whether they are kept for the one who reads this. */
    isOwn: boolean;
    /** Seats that stand empty because they are kept for this host. */
    seats: number;
    /** Of those before, how many may take them. */
    ahead: number;
  }[];
}

/** Why somebody further back may get a seat first, and until when; null where only the place counts. */
export function explainPlace({
  place,
  organisationId,
  kept,
  free,
  ahead,
}: PlaceFacts): PlaceExplained | null {
  const hosts = kept.hosts
    .filter((host) => idleOf(host) > 0)
    .map((host) => ({
      name: host.name,
      isOwn: host.organisationId === organisationId,
      seats: idleOf(host),
      ahead: ahead.find((one) => one.organisationId === host.organisationId)?.count ?? 0,
    }));
  return hosts.length === 0 ? null : { place, endsAt: kept.endsAt, isFree: free > 0, hosts };
}

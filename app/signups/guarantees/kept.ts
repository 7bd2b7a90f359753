import type { IsoInstant } from "~/platform/time.ts";

/** What one host has of a session: seats kept for its people, and those they have. */
export interface HostSeats {
  organisationId: string;
  name: string;
  seats: number;
  taken: number;
}

/** Seats of a session that are kept for hosts while that lasts. */
export interface Kept {
  /** Null: until the session begins. */
  endsAt: IsoInstant | null;
  hosts: HostSeats[];
}

/** The seats of a host that nobody sits in and that only its own people can get. */
export function idleOf({ seats, taken }: Pick<HostSeats, "seats" | "taken">): number {
  return Math.max(0, seats - taken);
}

/** When the same number is kept for each of several hosts, that number. */
export function sameForEach(hosts: readonly Pick<HostSeats, "seats">[]): number | null {
  const [first, ...others] = hosts;
  if (!first || others.length === 0) return null;
  return others.every((host) => host.seats === first.seats) ? first.seats : null;
}

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

/** Those who wait, by organisation. */
export type Waiters = readonly { organisationId: string | null; count: number }[];

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

interface Asking {
  session: { capacity: number | null; seatsTaken: number };
  kept: Kept;
  /** The organisation of the one who asks. */
  organisationId: string | null;
  waiters: Waiters;
}

/** The free seats that people of one organisation may take, and how many wait who may take some of them too. */
export function reachOf({ session, kept, organisationId, waiters }: Asking) {
  const all = waiters.reduce((sum, one) => sum + one.count, 0);
  if (session.capacity === null) return { seatsLeft: null, ahead: all };
  const idle = kept.hosts.reduce((sum, host) => sum + idleOf(host), 0);
  const free = Math.max(0, session.capacity - session.seatsTaken);
  const pool = Math.max(0, free - idle);
  const host = kept.hosts.find((one) => one.organisationId === organisationId);
  const seatsLeft = Math.min(free, pool + (host ? idleOf(host) : 0));
  const colleagues = waiters.find((one) => one.organisationId === organisationId)?.count ?? 0;
  return { seatsLeft, ahead: pool > 0 ? all : colleagues };
}

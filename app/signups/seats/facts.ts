import type { SessionKind, SessionStatus } from "#db/schema/sessions.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { CommitmentRole } from "~/sessions/commitments.server.ts";

/** What an obstacle says of a session. */
export interface SessionName {
  sessionId: string;
  title: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
}

/** A session under lock. */
export interface BookSession extends SessionName {
  kind: SessionKind;
  status: SessionStatus;
  allDay: boolean;
  capacity: number | null;
  seatsTaken: number;
  proposalId: string | null;
  /** In force now, by organisation id. */
  guarantees: ReadonlyMap<string, number>;
}

/** One sign-up, with the name of its session where that may lie outside the locks. */
export interface Entry extends SessionName {
  id: string;
  personId: string;
  /** Empty for somebody without one. */
  organisationId: string;
  status: SignupStatus;
  position: number;
  offeredUntil: IsoInstant | null;
  givesUp: string | null;
  passedOverAt: IsoInstant | null;
  partyId: string | null;
  placedBy: string | null;
  reason: string;
  /** Of its session; null once that is cancelled. */
  proposalId: string | null;
}

/** Time of a person that a session takes. */
export interface Busy extends SessionName {
  personId: string;
  role: CommitmentRole;
}

/** All that acts on seats look at, read under the locks of `sessions`. */
export interface Facts {
  now: Instant;
  sessions: BookSession[];
  /** Seats by session and organisation, where guarantees are in force. */
  taken: { sessionId: string; organisationId: string; seats: number }[];
  /** How many wait, by session. */
  waiting: { sessionId: string; people: number }[];
  /** Every live sign-up of everybody concerned, offers of these sessions, and the heads of their queues. */
  entries: Entry[];
  busy: Busy[];
  /** `session person` of those who give one of these sessions. */
  speakers: ReadonlySet<string>;
  /** Sessions that people wait for of whom nobody was read. */
  unread: ReadonlySet<string>;
  /** Up to which position the people of an organisation were read, by session; of those not named, all were. */
  cut: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Of everybody who may join a queue. */
  organisations: ReadonlyMap<string, string | null>;
  /** For new places in the queues, their numbers rising. */
  newPlaces: { id: string; position: number }[];
}

export const pairOf = (sessionId: string, personId: string) => `${sessionId} ${personId}`;

/** Whether a sign-up takes its person's time: an offer does not yet. */
export function isSeated({ status }: Pick<Entry, "status">): boolean {
  return status === "confirmed" || status === "attended";
}

export function overlaps(
  a: Pick<Entry, "startsAt" | "endsAt">,
  b: Pick<Entry, "startsAt" | "endsAt">,
): boolean {
  return Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);
}

export function nameOf({ sessionId, title, startsAt, endsAt, timeZone }: SessionName): SessionName {
  return { sessionId, title, startsAt, endsAt, timeZone };
}

/** By time, then by id. */
export function inOrder<T extends SessionName>(list: T[]): T[] {
  return list.sort(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || (a.sessionId < b.sessionId ? -1 : 1),
  );
}

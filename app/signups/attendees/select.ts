import type { SignupStatus } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { holdsSeat } from "../decide.ts";
import type { AttendeeFilter } from "./filter.ts";

export interface ListedSession {
  id: string;
  title: string;
  startsAt: IsoInstant;
  organisation: { slug: string };
}

/** Somebody of the asking organisation. */
export interface Colleague {
  personId: string;
  name: string;
  email: string;
}

/** What one colleague has of one session. */
export interface NamedSeat extends Colleague {
  sessionId: string;
  status: SignupStatus;
  /** The organiser who signed them up; null when they did it themselves. */
  placedBy: string | null;
  reason: string;
  signedAt: IsoInstant;
}

/** How many people of another organisation, or of none, have what of a session. */
export interface SeatTotal {
  sessionId: string;
  status: SignupStatus;
  /** Empty for people without one. */
  organisation: string;
  count: number;
}

export interface Seats {
  /** In order of time. */
  sessions: readonly ListedSession[];
  own: readonly NamedSeat[];
  totals: readonly SeatTotal[];
  /** Everybody of the asking organisation; looked at only for those without a seat. */
  colleagues: readonly Colleague[];
}

export interface Attendee extends Colleague {
  /** What the filter lets through, in order of time. */
  seats: NamedSeat[];
}

export interface Selection {
  people: Attendee[];
  totals: SeatTotal[];
}

/**
 * What a filter shows. Totals are narrowed by session, slot, host, status and title; what is asked of persons (their
 * name, all that they have, who signed them up) cannot be said of totals, which then are none.
 */
export function selectAttendees(seats: Seats, filter: AttendeeFilter): Selection {
  const wanted = new Map(seats.sessions.filter((one) => isWanted(one, filter)).map((one) => [one.id, one]));
  const titled = (sessionId: string) => matches(filter.text, wanted.get(sessionId)?.title ?? "");
  const totals = seats.totals.filter(
    (total) => wanted.has(total.sessionId) && hasStatus(total, filter) && titled(total.sessionId),
  );
  const position = new Map(seats.sessions.map(({ id }, index) => [id, index]));
  const own = seats.own
    .filter(({ sessionId }) => wanted.has(sessionId))
    .toSorted((a, b) => (position.get(a.sessionId) ?? 0) - (position.get(b.sessionId) ?? 0));
  const people = [...byPerson(own, filter.show === "without" ? seats.colleagues : []).values()]
    .filter((person) => isShown(person, filter))
    .map((person) => ({
      ...person,
      seats: person.seats.filter(
        (seat) =>
          hasStatus(seat, filter) &&
          (filter.show !== "placed" || seat.placedBy !== null) &&
          (named(person, filter.text) || titled(seat.sessionId)),
      ),
    }))
    .filter(
      (person) =>
        person.seats.length > 0 ||
        (filter.show === "without" && !filter.status && named(person, filter.text)),
    );
  return {
    people: inOrder(people, filter, position),
    totals: filter.show === "all" ? totals : [],
  };
}

function byPerson(own: readonly NamedSeat[], colleagues: readonly Colleague[]): Map<string, Attendee> {
  const people = new Map<string, Attendee>();
  for (const { personId, name, email } of colleagues)
    people.set(personId, { personId, name, email, seats: [] });
  for (const seat of own) {
    const { personId, name, email } = seat;
    const person = people.get(personId) ?? { personId, name, email, seats: [] };
    person.seats.push(seat);
    people.set(personId, person);
  }
  return people;
}

function isWanted(session: ListedSession, { session: id, slot, host }: AttendeeFilter): boolean {
  return (
    (!id || session.id === id) &&
    (!slot || Date.parse(session.startsAt) === Date.parse(slot)) &&
    (!host || session.organisation.slug === host)
  );
}

/** Asked of all that a person has of the chosen sessions, whatever else narrows it. */
function isShown({ seats }: Attendee, { show }: AttendeeFilter): boolean {
  const seated = seats.some(({ status }) => holdsSeat(status));
  if (show === "without") return !seated;
  if (show === "waiting") return !seated && seats.some(({ status }) => status === "waiting");
  return true;
}

const hasStatus = ({ status }: { status: SignupStatus }, filter: AttendeeFilter) =>
  !filter.status || status === filter.status;

const named = ({ name, email }: Colleague, text: string) => matches(text, name) || matches(text, email);

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Accents and capitals do not matter. */
function matches(text: string, within: string): boolean {
  return plain(within).includes(plain(text));
}

function inOrder(
  people: Attendee[],
  { order }: AttendeeFilter,
  position: ReadonlyMap<string, number>,
): Attendee[] {
  const first = ({ seats: [seat] }: Attendee) =>
    seat ? (position.get(seat.sessionId) ?? 0) : Number.POSITIVE_INFINITY;
  const latest = ({ seats }: Attendee) => Math.max(0, ...seats.map(({ signedAt }) => Date.parse(signedAt)));
  const byName = (a: Attendee, b: Attendee) =>
    a.name.localeCompare(b.name) || (a.personId < b.personId ? -1 : 1);
  return people.toSorted((a, b) => {
    if (order === "session" && first(a) !== first(b)) return first(a) - first(b);
    if (order === "latest" && latest(a) !== latest(b)) return latest(b) - latest(a);
    return byName(a, b);
  });
}

export const perPage = 50;

/** One page of a list; a page that is none is the last. */
export function pageOf<T>(all: readonly T[], page: number): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const at = Math.min(page, pages);
  return { shown: all.slice((at - 1) * perPage, at * perPage), page: at, pages };
}

export interface OrganisationTotal {
  /** Empty for people without one. */
  organisation: string;
  counts: Partial<Record<SignupStatus, number>>;
  together: number;
}

/** Totals of all sessions together, by organisation; those without one come last. */
export function byOrganisation(totals: readonly SeatTotal[]): OrganisationTotal[] {
  const all = new Map<string, OrganisationTotal>();
  for (const { organisation, status, count } of totals) {
    const one = all.get(organisation) ?? { organisation, counts: {}, together: 0 };
    one.counts[status] = (one.counts[status] ?? 0) + count;
    one.together += count;
    all.set(organisation, one);
  }
  return [...all.values()].sort(
    (a, b) =>
      Number(!a.organisation) - Number(!b.organisation) || a.organisation.localeCompare(b.organisation),
  );
}

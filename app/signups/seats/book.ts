import type { Instant } from "~/platform/time.ts";
import { holdsSeat, type Obstacle } from "../decide.ts";
import type { SignupChange, SignupNews } from "../events.server.ts";
import {
  type BookSession,
  type Busy,
  type Entry,
  type Facts,
  inOrder,
  isSeated,
  nameOf,
  overlaps,
  pairOf,
} from "./facts.ts";
import { fits, type Room } from "./guarantees.ts";
import { type Phase, phaseOf } from "./moments.ts";
import { OutOfReach, QueueCut } from "./start-again.ts";

/** What to write down: sign-ups as they are now, time taken and given back, seats, and what to tell. */
export interface Changes {
  entries: Entry[];
  committed: { sessionId: string; personId: string }[];
  released: { sessionId: string; personId: string }[];
  sessions: { sessionId: string; seatsTaken: number; capacity: number | null }[];
  news: SignupNews[];
}

interface Place {
  session: BookSession;
  taken: Map<string, number>;
  seatsTaken: number;
  waiting: number;
  phase: Phase;
}

/**
 * Seats, queues and people's time as one transaction sees and changes them: acts work on it in memory, and `changes`
 * says what of it is to be written. It knows no rule but arithmetic.
 */
export class SeatBook {
  readonly now: Instant;
  readonly news: SignupNews[] = [];
  private readonly places = new Map<string, Place>();
  private readonly entries = new Map<string, Entry>();
  private readonly queues = new Map<string, Entry[]>();
  private readonly people = new Map<string, Entry[]>();
  private readonly busy = new Map<string, Busy[]>();
  private readonly changed = new Set<string>();
  private readonly time = new Map<string, boolean>();
  private joined = 0;

  constructor(private readonly facts: Facts) {
    this.now = facts.now;
    for (const session of facts.sessions) {
      this.places.set(session.sessionId, {
        session: { ...session },
        taken: new Map(),
        seatsTaken: session.seatsTaken,
        waiting: 0,
        phase: phaseOf(session, facts.now),
      });
      this.queues.set(session.sessionId, []);
    }
    for (const { sessionId, organisationId, seats } of facts.taken)
      this.places.get(sessionId)?.taken.set(organisationId, seats);
    for (const { sessionId, people } of facts.waiting) {
      const place = this.places.get(sessionId);
      if (place) place.waiting = people;
    }
    for (const entry of facts.entries) this.keep({ ...entry });
    for (const queue of this.queues.values()) queue.sort((a, b) => a.position - b.position);
    for (const one of facts.busy) push(this.busy, one.personId, one);
  }

  find(sessionId: string): BookSession | null {
    return this.places.get(sessionId)?.session ?? null;
  }

  phase(sessionId: string): Phase {
    return this.place(sessionId).phase;
  }

  room(sessionId: string): Room {
    const { session, taken, seatsTaken } = this.place(sessionId);
    return { capacity: session.capacity, guarantees: session.guarantees, taken, seatsTaken };
  }

  fits(sessionId: string, organisations: string[]): boolean {
    return fits(this.room(sessionId), organisations);
  }

  waiting(sessionId: string): number {
    return this.place(sessionId).waiting;
  }

  entry(sessionId: string, personId: string): Entry | null {
    return this.entries.get(pairOf(sessionId, personId)) ?? null;
  }

  /** Of somebody who may join a queue; empty for somebody without one. */
  organisationOf(personId: string): string {
    return this.facts.organisations.get(personId) ?? "";
  }

  gives(sessionId: string, personId: string): boolean {
    return this.facts.speakers.has(pairOf(sessionId, personId));
  }

  /** Those who wait and were read, first come first. */
  queue(sessionId: string): readonly Entry[] {
    return (this.queues.get(sessionId) ?? []).filter((entry) => entry.status === "waiting");
  }

  /**
   * Throws when somebody who was not read may stand before a place in the queue and fit into what is free.
   */
  requireKnown(sessionId: string, position: number): void {
    if (this.facts.unread.has(sessionId)) throw new QueueCut(sessionId);
    for (const [organisation, last] of this.facts.cut.get(sessionId) ?? []) {
      if (last < position && this.fits(sessionId, [organisation])) throw new QueueCut(sessionId);
    }
  }

  signupsOf(personId: string): readonly Entry[] {
    return this.people.get(personId) ?? [];
  }

  offers(sessionId: string): Entry[] {
    return [...this.entries.values()].filter(
      (entry) => entry.sessionId === sessionId && entry.status === "offered",
    );
  }

  sessionIds(): string[] {
    return [...this.places.keys()];
  }

  /** What a person has that stands in the way of a seat: the same workshop first, then by time. */
  obstacles(personId: string, sessionId: string): Obstacle[] {
    const { session } = this.place(sessionId);
    const same = this.signupsOf(personId)
      .filter((entry) => session.proposalId !== null && entry.proposalId === session.proposalId)
      .filter((entry) => entry.sessionId !== sessionId && isSeated(entry));
    const known = new Set([sessionId, ...same.map((entry) => entry.sessionId)]);
    const clashing = (session.allDay ? [] : (this.busy.get(personId) ?? [])).filter(
      (one) => !known.has(one.sessionId) && overlaps(one, session),
    );
    return [
      ...inOrder(same).map((one) => ({ why: "same-workshop" as const, mayGiveUp: true, ...nameOf(one) })),
      ...inOrder(clashing).map((one) => ({
        why: "clash" as const,
        mayGiveUp: one.role === "attends",
        ...nameOf(one),
      })),
    ];
  }

  /** Puts somebody at the end of a queue. */
  join(given: {
    sessionId: string;
    personId: string;
    givesUp?: string | null;
    partyId?: string | null;
  }): Entry {
    const place = this.place(given.sessionId);
    const drawn = this.facts.newPlaces[this.joined];
    if (drawn === undefined) throw new Error("more places in queues than were drawn");
    this.joined += 1;
    const old = this.entry(given.sessionId, given.personId);
    const entry: Entry = {
      ...nameOf(place.session),
      personId: given.personId,
      organisationId: this.organisationOf(given.personId),
      id: old?.id ?? drawn.id,
      status: "waiting",
      position: drawn.position,
      offeredUntil: null,
      givesUp: given.givesUp ?? null,
      passedOverAt: null,
      partyId: given.partyId ?? null,
      placedBy: null,
      reason: "",
      proposalId: place.session.status === "cancelled" ? null : place.session.proposalId,
    };
    if (old) this.forget(old);
    this.keep(entry);
    this.changed.add(pairOf(entry.sessionId, entry.personId));
    place.waiting += 1;
    return entry;
  }

  /** Changes a sign-up, and the seats and the time that hang on it. */
  set(entry: Entry, patch: Partial<Omit<Entry, "id" | "sessionId" | "personId">>): void {
    this.changed.add(pairOf(entry.sessionId, entry.personId));
    const had = { ...entry };
    Object.assign(entry, patch);
    if (entry.status !== "offered") entry.offeredUntil = null;
    if (entry.status !== "waiting" && entry.status !== "offered") entry.givesUp = null;
    if (entry.status !== "waiting") entry.passedOverAt = null;
    this.count(entry, Number(holdsSeat(entry.status)) - Number(holdsSeat(had.status)));
    const place = this.places.get(entry.sessionId);
    if (place) place.waiting += Number(entry.status === "waiting") - Number(had.status === "waiting");
    if (isSeated(entry) !== isSeated(had)) this.spend(entry, isSeated(entry));
  }

  resize(sessionId: string, capacity: number | null): void {
    this.place(sessionId).session.capacity = capacity;
  }

  guarantee(sessionId: string, guarantees: ReadonlyMap<string, number>): void {
    this.place(sessionId).session.guarantees = guarantees;
  }

  tell({ sessionId, personId }: { sessionId: string; personId: string }, change: SignupChange): void {
    this.news.push({ sessionId, personId, change });
  }

  changes(): Changes {
    const time = [...this.time].map(([key, taken]) => {
      const [sessionId = "", personId = ""] = key.split(" ");
      return { sessionId, personId, taken };
    });
    const asRead = new Map(this.facts.sessions.map((session) => [session.sessionId, session]));
    return {
      entries: [...this.changed].flatMap((key) => this.entries.get(key) ?? []),
      committed: time.filter((one) => one.taken),
      released: time.filter((one) => !one.taken),
      sessions: [...this.places.values()]
        .map(({ session, seatsTaken }) => ({
          sessionId: session.sessionId,
          seatsTaken,
          capacity: session.capacity,
        }))
        .filter((one) => {
          const old = asRead.get(one.sessionId);
          return one.seatsTaken !== old?.seatsTaken || one.capacity !== old.capacity;
        }),
      news: this.news,
    };
  }

  private place(sessionId: string): Place {
    const place = this.places.get(sessionId);
    if (!place) throw new OutOfReach(sessionId);
    return place;
  }

  private keep(entry: Entry): void {
    const key = pairOf(entry.sessionId, entry.personId);
    if (this.entries.has(key)) return;
    this.entries.set(key, entry);
    push(this.people, entry.personId, entry);
    if (entry.status === "waiting") this.queues.get(entry.sessionId)?.push(entry);
  }

  private forget(entry: Entry): void {
    this.entries.delete(pairOf(entry.sessionId, entry.personId));
    const own = this.people.get(entry.personId);
    own?.splice(own.indexOf(entry), 1);
  }

  private count(entry: Entry, difference: number): void {
    if (difference === 0) return;
    const place = this.place(entry.sessionId);
    place.seatsTaken += difference;
    place.taken.set(entry.organisationId, (place.taken.get(entry.organisationId) ?? 0) + difference);
  }

  private spend(entry: Entry, taken: boolean): void {
    const { session } = this.place(entry.sessionId);
    const key = pairOf(entry.sessionId, entry.personId);
    const list = this.busy.get(entry.personId) ?? [];
    const without = list.filter((one) => one.sessionId !== entry.sessionId);
    const takes = taken && !session.allDay && session.status !== "cancelled";
    const own: Busy = { personId: entry.personId, role: "attends", ...nameOf(session) };
    this.busy.set(entry.personId, takes ? [...without, own] : without);
    this.time.set(key, taken);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Sign-ups as one would keep them on paper; what the database must agree with after every step. */
export interface ModelSession {
  capacity: number | null;
  /** Half-open, in any unit. */
  from: number;
  until: number;
  workshop: string | null;
}

interface Waiting {
  person: number;
  /** Counts up over all queues. */
  position: number;
  givesUp: number | null;
}

export type ModelAnswer =
  | "confirmed"
  | "clash"
  | "same-workshop"
  | "below-taken"
  | "done"
  | `waiting ${number}`;

export class SignupModel {
  readonly seats: number[][];
  readonly queues: Waiting[][];

  private last = 0;

  constructor(readonly sessions: ModelSession[]) {
    this.seats = sessions.map(() => []);
    this.queues = sessions.map(() => []);
  }

  ask(person: number, session: number, givesUp: number | null): ModelAnswer {
    if (this.seatsOf(session).includes(person)) return "confirmed";
    const obstacles = this.obstacles(person, session);
    const swap = givesUp !== null && obstacles.includes(givesUp) ? givesUp : null;
    const [first] = obstacles.filter((one) => one !== swap);
    if (first !== undefined) return this.isSameWorkshop(first, session) ? "same-workshop" : "clash";
    const own = this.queueOf(session).find((one) => one.person === person);
    const asking = own ? null : person;
    if (own) own.givesUp = swap;
    else {
      this.last += 1;
      this.queueOf(session).push({ person, position: this.last, givesUp: swap });
    }
    this.fill([session], asking);
    if (this.seatsOf(session).includes(person)) return "confirmed";
    return `waiting ${this.queueOf(session).findIndex((one) => one.person === person) + 1}`;
  }

  leave(person: number, session: number): ModelAnswer {
    if (this.seatsOf(session).includes(person)) this.fill(this.free(person, session));
    else this.queues[session] = this.queueOf(session).filter((one) => one.person !== person);
    return "done";
  }

  resize(session: number, capacity: number | null): ModelAnswer {
    if (capacity !== null && capacity < this.seatsOf(session).length) return "below-taken";
    this.session(session).capacity = capacity;
    this.fill([session]);
    return "done";
  }

  /** Whoever has a seat or waits, and where. */
  everybody(): { person: number; session: number }[] {
    return this.sessions.flatMap((_, session) => [
      ...this.seatsOf(session).map((person) => ({ person, session })),
      ...this.queueOf(session).map(({ person }) => ({ person, session })),
    ]);
  }

  /** Whether somebody waits for a free seat that nothing keeps them from: there must never be one. */
  hasIdleSeat(): boolean {
    return this.queues.some((queue, i) => this.hasRoom(i) && queue.some((one) => this.mayTake(one, i)));
  }

  private hasRoom(session: number): boolean {
    const { capacity } = this.session(session);
    return capacity === null || this.seatsOf(session).length < capacity;
  }

  private mayTake({ person, givesUp }: Waiting, session: number): boolean {
    return this.obstacles(person, session).every((one) => one === givesUp);
  }

  /** Sessions this person has a seat in that stand in the way of another: the same workshop first, then by time. */
  private obstacles(person: number, session: number): number[] {
    const others = this.sessions
      .map((_, i) => i)
      .filter((i) => i !== session && this.seatsOf(i).includes(person))
      .sort((a, b) => this.session(a).from - this.session(b).from);
    const same = others.filter((i) => this.isSameWorkshop(i, session));
    return [...same, ...others.filter((i) => !same.includes(i) && this.overlap(i, session))];
  }

  /** Free seats go to the first who may take them; what they give up for it is filled next. */
  private fill(due: number[], asking: number | null = null): void {
    for (let id = due.shift(); id !== undefined; id = due.shift()) {
      for (const one of [...this.queueOf(id)]) {
        if (!this.hasRoom(id)) break;
        if (!this.mayTake(one, id)) continue;
        const [swap] = this.obstacles(one.person, id);
        if (swap !== undefined) due.push(...this.free(one.person, swap));
        this.queues[id] = this.queueOf(id).filter((other) => other !== one);
        this.seatsOf(id).push(one.person);
        if (one.person !== asking) this.withdraw(one.person, id);
      }
    }
  }

  /** A seat from the queue ends waits at the same time and for the same workshop, but for one that would give it up. */
  private withdraw(person: number, session: number): void {
    for (const [i, queue] of this.queues.entries()) {
      const inTheWay = this.isSameWorkshop(i, session) || this.overlap(i, session);
      if (inTheWay) this.queues[i] = queue.filter((one) => one.person !== person || one.givesUp === session);
    }
  }

  private free(person: number, session: number): number[] {
    this.seats[session] = this.seatsOf(session).filter((one) => one !== person);
    const waits = this.queues
      .flatMap((queue, i) => queue.map((one) => ({ ...one, session: i })))
      .filter((one) => one.person === person)
      .sort((a, b) => a.position - b.position)
      .map((one) => one.session);
    return [session, ...waits];
  }

  private isSameWorkshop(a: number, b: number): boolean {
    return this.session(a).workshop !== null && this.session(a).workshop === this.session(b).workshop;
  }

  private overlap(a: number, b: number): boolean {
    return this.session(a).from < this.session(b).until && this.session(b).from < this.session(a).until;
  }

  private session = (i: number) => this.sessions[i] as ModelSession;
  private seatsOf = (i: number) => this.seats[i] as number[];
  private queueOf = (i: number) => this.queues[i] as Waiting[];
}

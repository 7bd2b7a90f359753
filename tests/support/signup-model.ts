/** Sign-ups as one would keep them on paper; what the database must agree with after every step. Time is in minutes. */
export interface ModelSession {
  capacity: number | null;
  from: number;
  until: number;
  workshop: string | null;
  /** Seats kept, by organisation. */
  kept: number[];
}

export interface ModelOptions {
  /** The organisation of each person. */
  organisations: number[];
  /** Who come together. */
  party: number[];
  /** When nothing is kept any more. */
  keptUntil: number;
}

interface Slip {
  person: number;
  /** Counts up over all queues. */
  position: number;
  state: "seat" | "offer" | "wait";
  until: number;
  givesUp: number | null;
  party: boolean;
}

export class SignupModel {
  readonly slips: Slip[][];
  now = 0;
  private last = 0;

  constructor(
    readonly sessions: ModelSession[],
    private readonly options: ModelOptions,
  ) {
    this.slips = sessions.map(() => []);
  }

  ask(person: number, session: number, givesUp: number | null, together = false): string {
    const own = this.slip(person, session);
    if (own?.state === "seat") return "confirmed";
    if (this.phase(session) === "over") return "past";
    if (own?.state === "offer") return this.accept(person, session, givesUp).replace("done", "confirmed");
    const refusal = this.refusal(person, session, givesUp);
    if (refusal) return refusal;
    const others = together ? this.options.party.filter((one) => one !== person) : [];
    const party = others.length > 0 && this.options.party.includes(person);
    if (party && others.some((one) => this.slipHolds(one, session) || this.refusal(one, session, null)))
      return "party";
    const asking: Slip[] = [];
    for (const one of party ? [person, ...others] : [person]) {
      const swap = one === person && this.isInTheWay(one, session, givesUp) ? givesUp : null;
      const old = this.slip(one, session);
      if (old && (!party || old.party)) {
        old.givesUp = swap;
        if (this.phase(session) === "whoever") asking.push(old);
        continue;
      }
      if (old) this.drop(old, session);
      this.last += 1;
      const slip: Slip = { person: one, position: this.last, state: "wait", until: 0, givesUp: swap, party };
      this.of(session).push(slip);
      asking.push(slip);
    }
    this.fill([session], asking);
    const mine = this.slip(person, session);
    return mine?.state === "wait" ? `waiting ${this.queue(session).indexOf(mine) + 1}` : "confirmed";
  }

  accept(person: number, session: number, givesUp: number | null): string {
    const own = this.slip(person, session);
    if (own?.state === "seat") return "done";
    if (this.phase(session) === "over") return "past";
    if (own?.state !== "offer") return "lapsed";
    const all = [
      own,
      ...this.of(session).filter((one) => one !== own && own.party && isOffered(one) && one.party),
    ];
    for (const slip of all) {
      const wish = slip === own ? (givesUp ?? own.givesUp) : slip.givesUp;
      const [first] = this.inTheWay(slip.person, session).filter((one) => one !== wish);
      if (first !== undefined) return this.isSameWorkshop(first, session) ? "same-workshop" : "clash";
      slip.givesUp = wish;
    }
    const due: number[] = [];
    for (const slip of all) {
      due.push(...this.sit(slip, session, true));
      for (const [i, list] of this.slips.entries()) {
        const other = list.find((one) => one.person === slip.person && isOffered(one));
        if (!other || !this.overlap(i, session)) continue;
        this.drop(other, i);
        due.push(i);
      }
    }
    this.fill(due);
    return "done";
  }

  leave(person: number, session: number): string {
    const own = this.slip(person, session);
    if (!own) return "done";
    if (this.phase(session) === "over") return "past";
    this.fill(this.free(own, session));
    return "done";
  }

  resize(session: number, capacity: number | null): string {
    if (capacity !== null && capacity < this.held(session)) return "below-taken";
    this.session(session).capacity = capacity;
    this.fill([session]);
    return "done";
  }

  keep(session: number, kept: number[]): string {
    const { capacity } = this.session(session);
    if (capacity !== null && sum(kept) > capacity) return "over-capacity";
    this.session(session).kept = kept;
    this.fill([session]);
    return "done";
  }

  /** An organiser seats somebody before those who wait; `over` makes room. */
  place(person: number, session: number, over: boolean): string {
    if (this.phase(session) === "over") return "past";
    const own = this.slip(person, session);
    if (own?.state === "seat") return "done";
    const [first] = this.inTheWay(person, session);
    if (first !== undefined) return this.isSameWorkshop(first, session) ? "same-workshop" : "clash";
    const one = this.session(session);
    if (own?.state !== "offer" && !this.fits(session, [person])) {
      if (!over) return this.held(session) < (one.capacity ?? 0) ? "kept" : "full";
      if (one.capacity !== null) one.capacity += 1;
    }
    if (own) own.state = "seat";
    else {
      this.last += 1;
      this.of(session).push({ ...blank, person, position: this.last, state: "seat" });
    }
    return "done";
  }

  /** Everything shifts by some minutes; who then has two things at once keeps both. */
  move(session: number, by: number): string {
    this.session(session).from += by;
    this.session(session).until += by;
    this.fillAll();
    return "done";
  }

  pass(minutes: number): string {
    this.now += minutes;
    const freed: number[] = [];
    for (const session of this.slips.keys()) {
      const late = this.of(session).filter((one) => isOffered(one) && one.until <= this.now);
      for (const slip of late) this.drop(slip, session);
      freed.push(...late.map(() => session));
    }
    this.fill(freed);
    this.fillAll();
    return "done";
  }

  fillAll(): void {
    this.fill([...this.slips.keys()]);
  }

  /** Whoever has a seat, an offer or a place, and where. */
  everybody(): { person: number; session: number; state: Slip["state"] }[] {
    return this.slips.flatMap((list, session) =>
      list.map(({ person, state }) => ({ person, session, state })),
    );
  }

  /** Whether somebody waits for a free seat that nothing keeps them from: there must never be one. */
  hasIdleSeat(): boolean {
    return this.slips.some((_, session) => {
      if (this.phase(session) !== "give" && this.phase(session) !== "offer") return false;
      return this.units(session).some(
        (unit) =>
          this.fits(
            session,
            unit.map((slip) => slip.person),
          ) && unit.every((slip) => this.mayTake(slip, session)),
      );
    });
  }

  queue(session: number): Slip[] {
    return this.of(session)
      .filter((slip) => slip.state === "wait")
      .sort((a, b) => a.position - b.position);
  }

  private phase(session: number): "give" | "offer" | "whoever" | "over" {
    const left = this.session(session).from - this.now;
    if (left <= 0) return "over";
    if (left <= 30) return "whoever";
    return left <= 24 * 60 ? "offer" : "give";
  }

  private held(session: number): number {
    return this.of(session).filter((slip) => slip.state !== "wait").length;
  }

  private fits(session: number, people: number[]): boolean {
    const { capacity, kept } = this.session(session);
    if (capacity === null) return true;
    const inForce = this.now < this.options.keptUntil ? kept : kept.map(() => 0);
    const seated = this.of(session).filter((slip) => slip.state !== "wait");
    const spoken = (list: number[]) =>
      sum(
        inForce.map((seats, organisation) =>
          Math.max(
            seats,
            list.filter((person) => this.options.organisations[person] === organisation).length,
          ),
        ),
      );
    const before = seated.map((slip) => slip.person);
    const after = [...before, ...people];
    if (after.length > capacity) return false;
    return spoken(after) <= capacity || spoken(after) === spoken(before);
  }

  private refusal(person: number, session: number, givesUp: number | null): string | null {
    const [first] = this.inTheWay(person, session).filter((one) => one !== givesUp);
    if (first === undefined) return null;
    return this.isSameWorkshop(first, session) ? "same-workshop" : "clash";
  }

  private slipHolds(person: number, session: number): boolean {
    const own = this.slip(person, session);
    return own !== undefined && own.state !== "wait";
  }

  private isInTheWay(person: number, session: number, other: number | null): boolean {
    return other !== null && this.inTheWay(person, session).includes(other);
  }

  /** Seats of a person that stand in the way of another: the same workshop first, then by time. */
  private inTheWay(person: number, session: number): number[] {
    const others = [...this.slips.keys()]
      .filter((i) => i !== session && this.slip(person, i)?.state === "seat")
      .sort((a, b) => this.session(a).from - this.session(b).from || a - b);
    const same = others.filter((i) => this.isSameWorkshop(i, session));
    return [...same, ...others.filter((i) => !same.includes(i) && this.overlap(i, session))];
  }

  private mayTake({ person, givesUp }: Slip, session: number): boolean {
    return this.inTheWay(person, session).every((one) => one === givesUp);
  }

  private units(session: number): Slip[][] {
    const queue = this.queue(session);
    const together = queue.filter((slip) => slip.party);
    return queue.flatMap((slip) => {
      if (!slip.party) return [[slip]];
      return slip === together[0] ? [together] : [];
    });
  }

  /** Free seats go to the first who may take them; what they give up for it is filled next. */
  private fill(due: number[], asking: Slip[] = []): void {
    const line = [...due];
    for (let id = line.shift(); id !== undefined; id = line.shift()) {
      const session = id;
      const phase = this.phase(session);
      if (phase === "over") continue;
      for (const unit of this.units(session)) {
        const isAsking = unit.some((slip) => asking.includes(slip));
        const people = unit.map((slip) => slip.person);
        if ((phase === "whoever" && !isAsking) || !this.fits(session, people)) continue;
        if (!unit.every((slip) => this.mayTake(slip, session))) continue;
        for (const slip of unit) {
          if (phase === "offer" && !isAsking) {
            slip.state = "offer";
            slip.until = Math.min(this.now + 120, this.session(session).from - 30);
          } else line.push(...this.sit(slip, session, !isAsking));
        }
      }
    }
  }

  /** A seat from the queue ends waits at the same time and for the same workshop, but for one that would give it up. */
  private sit(slip: Slip, session: number, fromQueue: boolean): number[] {
    const [swap] = this.inTheWay(slip.person, session);
    const old = swap === undefined ? undefined : this.slip(slip.person, swap);
    const due = old && swap !== undefined ? this.free(old, swap) : [];
    slip.state = "seat";
    slip.givesUp = null;
    if (!fromQueue) return due;
    for (const [i, list] of this.slips.entries()) {
      const other = list.find((one) => one.person === slip.person && one.state === "wait");
      const ends = this.isSameWorkshop(i, session) || this.overlap(i, session);
      if (!other || i === session || !ends || other.givesUp === session) continue;
      due.push(...this.free(other, i));
    }
    return due;
  }

  /** Which sessions may go on after somebody left: this one, and those they wait for with the time they now have. */
  private free(slip: Slip, session: number): number[] {
    this.drop(slip, session);
    if (slip.state === "wait") return slip.party ? [session] : [];
    if (slip.state === "offer") return [session];
    const waits = this.slips
      .flatMap((list, i) => list.map((one) => ({ one, i })))
      .filter(({ one, i }) => one.person === slip.person && one.state === "wait" && this.phase(i) !== "over")
      .sort((a, b) => a.one.position - b.one.position)
      .map(({ i }) => i);
    return [session, ...waits];
  }

  private drop(slip: Slip, session: number): void {
    this.slips[session] = this.of(session).filter((one) => one !== slip);
  }

  private isSameWorkshop(a: number, b: number): boolean {
    return this.session(a).workshop !== null && this.session(a).workshop === this.session(b).workshop;
  }

  private overlap(a: number, b: number): boolean {
    return this.session(a).from < this.session(b).until && this.session(b).from < this.session(a).until;
  }

  private slip(person: number, session: number): Slip | undefined {
    return this.of(session).find((slip) => slip.person === person);
  }

  private session = (i: number) => this.sessions[i] as ModelSession;
  private of = (i: number) => this.slips[i] as Slip[];
}

const blank = { until: 0, givesUp: null, party: false };
const isOffered = (slip: Slip) => slip.state === "offer";
const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);

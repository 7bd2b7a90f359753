import { type Ballot, costOfNothing, costOfRank, notWished, rankFor } from "./ballot.ts";
import { type Graph, graphOf } from "./graph.ts";
import { Heap, highOf, lowOf, pack } from "./heap.ts";
import { Ways } from "./ways.ts";

/** Whether somebody cannot sit in a session because of what they have in another slot. */
export type Blocked = (person: number, session: number) => boolean;

export interface NetState {
  at: Int32Array;
  costAt: Float64Array;
  pinned: Uint8Array;
  flow: Float64Array;
  linkFlow: Float64Array;
  price: Float64Array;
}

// What leads from one node to the next, where it is nobody who changes seats.
const along = -1;
const against = -2;

/**
 * One slot as a flow of least cost by shortest augmenting paths (Edmonds & Karp 1972), with people kept off the graph:
 * from node to node it costs what the cheapest of those who sit there lose by the change. Seats kept for an
 * organisation stand before the common pool, so that Σ max(taken, guarantee) ≤ capacity holds by the flow itself.
 * After every call no exchange would be better for all together.
 */
export class Net {
  readonly graph: Graph;
  readonly first: number;
  /** Where somebody sits; −1 when they are not in the net. */
  readonly at: Int32Array;
  readonly costAt: Float64Array;
  /** Whose seat changed, since this was last emptied. */
  readonly moved: number[] = [];
  private readonly pinned: Uint8Array;
  private readonly flow: Float64Array;
  private readonly linkFlow: Float64Array;
  private readonly price: Float64Array;
  private readonly dist: Float64Array;
  private readonly from: Int32Array;
  private readonly by: Int32Array;
  private readonly done: Uint8Array;
  private readonly queue = new Heap();
  private ways: Ways;
  /** Whose rank is decided by the lottery; they may still change between seats that are the same to them. */
  private decided: Uint8Array | null = null;

  constructor(
    readonly ballot: Ballot,
    readonly slot: number,
    /** No seat of a worse rank is given. */
    public worstRank: number,
    readonly blocked: Blocked = () => false,
  ) {
    this.graph = graphOf(ballot, slot);
    this.first = ballot.sessionsIn[slot]![0]!;
    const people = ballot.people.length;
    const nodes = this.graph.room.length;
    this.at = new Int32Array(people).fill(-1);
    this.costAt = new Float64Array(people);
    this.pinned = new Uint8Array(people);
    this.flow = new Float64Array(nodes);
    this.linkFlow = new Float64Array(nodes);
    this.price = new Float64Array(nodes + 1);
    this.dist = new Float64Array(nodes + 1);
    this.from = new Int32Array(nodes + 1);
    this.by = new Int32Array(nodes + 1);
    this.done = new Uint8Array(nodes + 1);
    this.ways = new Ways(this);
  }

  private get sink() {
    return this.graph.room.length;
  }

  nodeFor(person: number, session: number): number {
    return this.graph.entries[this.graph.classOf[person]!]![session - this.first]!;
  }

  /** −1 for nothing. */
  sessionAt(person: number): number {
    const node = this.at[person]!;
    return node < 0 ? -1 : this.graph.sessionOf[node]!;
  }

  costOf(person: number, node: number): number {
    const session = this.graph.sessionOf[node]!;
    if (session < 0) return costOfNothing;
    return costOfRank(rankFor(this.ballot.requests[person]![this.slot]!, session) ?? notWished);
  }

  get withoutSeat(): number {
    return this.flow[this.graph.nothing]!;
  }

  /** What one seat more at a node costs everybody else, after `settle`; never more than that before it. */
  priceOf(node: number): number {
    return this.price[this.sink]! - this.price[node]!;
  }

  /** Seats somebody as well as can be, moving others where that pays; `only` there, and never moved. */
  insert(person: number, only?: number): boolean {
    this.begin();
    this.pinned[person] = only === undefined ? 0 : 1;
    const open = only === undefined ? this.openTo(person) : [{ node: only, cost: this.costOf(person, only) }];
    const least = Math.min(...open.map(({ node, cost }) => cost - this.price[node]!));
    for (const { node, cost } of open) this.start(person, node, cost - this.price[node]! - least);
    if (!this.search(this.sink)) return false;
    this.augment(this.sink, person);
    return true;
  }

  remove(person: number): void {
    const node = this.at[person]!;
    if (node < 0) return;
    this.at[person] = -1;
    this.costAt[person] = 0;
    this.begin();
    this.from[this.sink] = -2;
    this.dist[this.sink] = 0;
    this.queue.push(pack(0, this.sink));
    this.search(node);
    this.augment(node, person);
  }

  /** Where somebody may sit, at what cost, "nothing" last. */
  openTo(person: number): { node: number; session: number; cost: number }[] {
    const { wishes, anything, closed } = this.ballot.requests[person]![this.slot]!;
    const found: { node: number; session: number; cost: number }[] = [];
    const add = (session: number, rank: number) => {
      if (rank > this.worstRank || this.blocked(person, session)) return;
      found.push({ node: this.nodeFor(person, session), session, cost: costOfRank(rank) });
    };
    for (const { session, rank } of wishes) add(session, rank);
    if (anything && this.worstRank >= notWished) {
      for (const session of this.ballot.sessionsIn[this.slot]!) {
        if (!closed.has(session) && !wishes.some((wish) => wish.session === session)) add(session, notWished);
      }
    }
    found.push({ node: this.graph.nothing, session: -1, cost: costOfNothing });
    return found;
  }

  /**
   * Somebody may be moved again, and go where they could not before. False where they would like to go at once: then
   * they stay unmoved until they are taken out and come back.
   */
  release(person: number): boolean {
    const node = this.at[person]!;
    if (node < 0) return true;
    const now = this.costAt[person]!;
    const content = this.openTo(person).every((one) => this.reduced(node, one.node, one.cost - now) >= 0);
    this.pinned[person] = content ? 0 : 1;
    if (content) this.ways.add(person, node);
    return content;
  }

  /** Makes `priceOf` exact, by shortest paths from everywhere to a free seat. */
  settle(): void {
    const { room, linkTo, linksInto } = this.graph;
    this.begin();
    const relax = (node: number, next: number, cost: number) => {
      const dist = this.reduced(node, next, cost) + this.dist[next]!;
      if (dist >= this.dist[node]!) return;
      this.dist[node] = dist;
      this.queue.push(pack(dist, node));
    };
    this.dist[this.sink] = 0;
    for (let node = 0; node < room.length; node += 1) {
      if (this.flow[node]! < room[node]!) relax(node, this.sink, 0);
    }
    let furthest = 0;
    for (let next = this.nextNode(); next >= 0; next = this.nextNode()) {
      furthest = this.dist[next]!;
      for (const node of linksInto[next]!) relax(node, next, 0);
      if (linkTo[next]! >= 0 && this.linkFlow[next]! > 0) relax(linkTo[next]!, next, 0);
      for (const node of this.ways.into[next]!) {
        const way = this.ways.between(node, next);
        if (way !== undefined) relax(node, next, highOf(way));
      }
      if (this.worstRank >= notWished) this.ways.looseInto(next, (node, cost) => relax(node, next, cost));
    }
    for (let node = 0; node < room.length; node += 1) {
      this.price[node] = this.price[node]! - Math.min(this.dist[node]!, furthest);
    }
  }

  /** Among allocations that are equally good, the one that is best for the first in the lottery, then for the next. */
  drawTies(): void {
    this.decided = new Uint8Array(this.at.length);
    for (let person = 0; person < this.at.length; person += 1) {
      if (this.at[person]! < 0) continue;
      if (!this.pinned[person]) this.improve(person);
      this.decided[person] = 1;
    }
    this.decided = null;
  }

  private improve(person: number): void {
    const node = this.at[person]!;
    const now = this.costAt[person]!;
    const better = this.openTo(person).filter(({ cost }) => cost < now);
    for (const { node: wanted, cost } of better.sort((a, b) => a.cost - b.cost || a.session - b.session)) {
      if (this.reduced(node, wanted, cost - now) !== 0) continue;
      this.begin();
      this.start(person, wanted, 0);
      if (!this.search(node, true)) continue;
      this.at[person] = -1;
      this.augment(node, person);
      return;
    }
  }

  state(): NetState {
    const { at, costAt, pinned, flow, linkFlow, price } = this;
    return {
      ...{ at: at.slice(), costAt: costAt.slice(), pinned: pinned.slice() },
      ...{ flow: flow.slice(), linkFlow: linkFlow.slice(), price: price.slice() },
    };
  }

  restore(state: NetState): void {
    this.at.set(state.at);
    this.costAt.set(state.costAt);
    this.pinned.set(state.pinned);
    this.flow.set(state.flow);
    this.linkFlow.set(state.linkFlow);
    this.price.set(state.price);
    this.ways = new Ways(this);
    for (let person = 0; person < this.at.length; person += 1) {
      if (this.at[person]! >= 0 && !this.pinned[person]) this.ways.add(person, this.at[person]!);
    }
  }

  private begin(): void {
    this.dist.fill(Number.POSITIVE_INFINITY);
    this.done.fill(0);
    this.queue.clear();
  }

  private start(person: number, node: number, dist: number): void {
    if (dist >= this.dist[node]!) return;
    this.dist[node] = dist;
    this.from[node] = -1;
    this.by[node] = person;
    this.queue.push(pack(dist, node));
  }

  private reduced(node: number, next: number, cost: number): number {
    return cost + this.price[node]! - this.price[next]!;
  }

  private nextNode(): number {
    for (;;) {
      const packed = this.queue.pop();
      if (packed === undefined) return -1;
      const node = lowOf(packed);
      if (this.done[node]) continue;
      this.done[node] = 1;
      return node;
    }
  }

  /** Shortest path from what was started to a node; with `tight` only along what costs nothing, prices counted in. */
  private search(target: number, tight = false): boolean {
    const relax = (node: number, next: number, cost: number, by: number) => {
      const step = this.reduced(node, next, cost);
      if (this.done[next] || (tight && step !== 0)) return;
      const dist = this.dist[node]! + step;
      if (dist >= this.dist[next]!) return;
      this.dist[next] = dist;
      this.from[next] = node;
      this.by[next] = by;
      this.queue.push(pack(dist, next));
    };
    const settled: number[] = [];
    for (let node = this.nextNode(); node !== target; node = this.nextNode()) {
      if (node < 0) return false;
      settled.push(node);
      this.expand(node, relax);
    }
    if (tight) return true;
    const reached = this.dist[target]!;
    for (const node of settled) this.price[node] = this.price[node]! + this.dist[node]! - reached;
    return true;
  }

  private expand(node: number, relax: (node: number, next: number, cost: number, by: number) => void): void {
    const { room, linkTo, linksInto } = this.graph;
    if (node === this.sink) {
      for (let next = 0; next < room.length; next += 1)
        if (this.flow[next]! > 0) relax(node, next, 0, against);
      return;
    }
    if (this.flow[node]! < room[node]!) relax(node, this.sink, 0, along);
    if (linkTo[node]! >= 0) relax(node, linkTo[node]!, 0, along);
    for (const kept of linksInto[node]!) if (this.linkFlow[kept]! > 0) relax(node, kept, 0, against);
    for (const next of this.ways.out[node]!) {
      const way = this.ways.between(node, next);
      if (way !== undefined) relax(node, next, highOf(way), lowOf(way));
    }
    if (this.worstRank >= notWished) {
      this.ways.looseFrom(node, (next, cost, person) => relax(node, next, cost, person));
    }
  }

  /** Back along the path that was found: everybody on it takes the next seat, and the flow follows. */
  private augment(target: number, person: number): void {
    for (let next = target; ; ) {
      const node = this.from[next]!;
      const by = this.by[next]!;
      if (node === -1) {
        this.seat(person, next);
        return;
      }
      if (node === -2) return;
      if (next === this.sink) this.flow[node]! += 1;
      else if (node === this.sink) this.flow[next]! -= 1;
      else if (by === along) this.linkFlow[node]! += 1;
      else if (by === against) this.linkFlow[next]! -= 1;
      else this.seat(by, next);
      next = node;
    }
  }

  private seat(person: number, node: number): void {
    this.at[person] = node;
    this.costAt[person] = this.costOf(person, node);
    this.moved.push(person);
    if (!this.pinned[person]) this.ways.add(person, node);
  }

  /** Whether somebody sits there and may be asked to leave at that cost. */
  mayLeave(person: number, node: number, cost: number): boolean {
    return this.at[person] === node && !this.pinned[person] && !(cost !== 0 && this.decided?.[person]);
  }
}

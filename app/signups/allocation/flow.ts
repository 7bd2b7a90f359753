import { type Ballot, costOfNothing, costOfRank, notWished, rankFor } from "./ballot.ts";
import { type Graph, graphOf } from "./graph.ts";
import { Heap, highOf, lowOf, pack } from "./heap.ts";
import { Ways } from "./ways.ts";

/** Whether somebody cannot sit in a session because of what they have in another slot. */
export type Blocked = (person: number, session: number) => boolean;

// What leads from one node to the next, where it is nobody who changes seats.
const along = -1;
const against = -2;

// Where a path begins.
const person = -1;
const freedSeat = -2;

/** Makes what cannot be reached dearer than anything that can. */
const outOfReach = 4 * costOfNothing;

type Step = (next: number, cost: number, by: number) => void;

/** Who sits where in one slot, what a seat costs the others by now, and the paths along which seats change hands. */
export class Flow {
  readonly graph: Graph;
  readonly first: number;
  /** Where somebody sits; −1 when they are not in it. */
  readonly at: Int32Array;
  readonly costAt: Float64Array;
  /** Whose seat changed, since this was last emptied. */
  readonly moved: number[] = [];
  /** Those whom nobody moves. */
  protected readonly pinned: Uint8Array;
  protected readonly flow: Float64Array;
  protected readonly linkFlow: Float64Array;
  protected readonly price: Float64Array;
  protected readonly sink: number;
  protected ways: Ways;
  /** Whose rank is decided by the lottery; they may still change between seats that are the same to them. */
  protected decided: Uint8Array | null = null;
  private readonly dist: Float64Array;
  private readonly from: Int32Array;
  private readonly by: Int32Array;
  private readonly done: Uint8Array;
  /** The next node on a shortest path to a free seat, as last found. */
  private readonly toward: Int32Array;
  /** Nodes from which no path without a loss leads to a free seat, until prices change. */
  protected readonly stuck: Uint8Array;
  /** Nodes from which there is no path at all. */
  private readonly shut: Uint8Array;
  private readonly queue = new Heap();

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
    this.sink = this.graph.room.length;
    this.at = new Int32Array(people).fill(-1);
    this.costAt = new Float64Array(people);
    this.pinned = new Uint8Array(people);
    this.flow = new Float64Array(this.sink);
    this.linkFlow = new Float64Array(this.sink);
    this.price = new Float64Array(this.sink + 1);
    this.dist = new Float64Array(this.sink + 1);
    this.from = new Int32Array(this.sink + 1);
    this.by = new Int32Array(this.sink + 1);
    this.done = new Uint8Array(this.sink + 1);
    this.toward = new Int32Array(this.sink + 1).fill(-1);
    this.stuck = new Uint8Array(this.sink + 1);
    this.shut = new Uint8Array(this.sink + 1);
    this.ways = new Ways(this);
  }

  nodeFor(who: number, session: number): number {
    return this.graph.entries[this.graph.classOf[who]!]![session - this.first]!;
  }

  costOf(who: number, node: number): number {
    const session = this.graph.sessionOf[node]!;
    if (session < 0) return costOfNothing;
    return costOfRank(rankFor(this.ballot.requests[who]![this.slot]!, session) ?? notWished);
  }

  /** What one seat more at a node costs everybody else, after `settle`; never more than that before it. */
  priceOf(node: number): number {
    return this.price[this.sink]! - this.price[node]!;
  }

  /** What a change costs, prices counted in: never below zero. */
  protected reduced(node: number, next: number, cost: number): number {
    return cost + this.price[node]! - this.price[next]!;
  }

  /** Whether somebody sits there and may be asked to leave at that cost. */
  mayLeave(who: number, node: number, cost: number): boolean {
    return this.at[who] === node && !this.pinned[who] && !(cost !== 0 && this.decided?.[who]);
  }

  /** Makes `priceOf` exact, by shortest paths from everywhere to a free seat (Dijkstra 1959, backwards). */
  settle(): void {
    const { linkTo, linksInto, room } = this.graph;
    const { dist, price, queue } = this;
    this.begin();
    this.stuck.fill(0);
    let next = this.sink;
    const farBy = (node: number, cost: number) => cost + price[node]! - price[next]! + dist[next]!;
    const isNearer = (node: number, cost: number) => !this.done[node] && farBy(node, cost) < dist[node]!;
    const relax = (node: number, cost: number) => {
      const far = farBy(node, cost);
      if (far >= dist[node]!) return;
      dist[node] = far;
      this.toward[node] = next;
      queue.push(pack(far, node));
    };
    dist[this.sink] = 0;
    for (let node = 0; node < this.sink; node += 1) if (this.flow[node]! < room[node]!) relax(node, 0);
    let furthest = 0;
    for (next = this.nextNode(); next >= 0; next = this.nextNode()) {
      furthest = dist[next]!;
      for (const node of linksInto[next]!) relax(node, 0);
      if (linkTo[next]! >= 0 && this.linkFlow[next]! > 0) relax(linkTo[next]!, 0);
      for (const node of this.ways.into[next]!) {
        if (this.done[node]) continue;
        const way = this.ways.between(node, next);
        if (way !== undefined) relax(node, highOf(way));
      }
      if (this.worstRank >= notWished) this.ways.looseInto(next, isNearer, relax);
    }
    for (let node = 0; node < this.sink; node += 1) {
      const isShut = dist[node] === Number.POSITIVE_INFINITY;
      price[node] = price[node]! - (isShut ? furthest + (this.shut[node] ? 0 : outOfReach) : dist[node]!);
      this.shut[node] = isShut ? 1 : 0;
    }
  }

  /** Somebody comes in by the cheapest of these nodes; false when there is no way. */
  protected enter(who: number, open: { node: number; cost: number }[]): boolean {
    for (let again = 0; again < 2; again += 1) {
      const least = this.leastOf(open);
      for (const { node, cost } of open) {
        if (this.stuck[node] || this.shut[node] || cost - this.price[node]! > least) continue;
        if (this.followPath(who, node) || this.pathWithoutLoss(who, node, this.sink)) {
          this.augment(this.sink, who);
          return true;
        }
        for (let one = 0; one <= this.sink; one += 1) if (this.done[one]) this.stuck[one] = 1;
      }
      this.settle();
    }
    return false;
  }

  private leastOf(open: { node: number; cost: number }[]): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { node, cost } of open) {
      if (!this.shut[node]) least = Math.min(least, cost - this.price[node]!);
    }
    return least;
  }

  /** Fills the seat somebody left, from where it gains most. */
  protected fill(node: number): void {
    this.begin();
    this.stuck.fill(0);
    this.shut[node] = 0;
    this.start(this.sink, freedSeat);
    const settled: number[] = [];
    for (let next = this.nextNode(); next !== node && next >= 0; next = this.nextNode()) {
      settled.push(next);
      const farBy = (to: number, cost: number) => this.dist[next]! + this.reduced(next, to, cost);
      const isNearer = (to: number, cost: number) => !this.done[to] && farBy(to, cost) < this.dist[to]!;
      this.expand(next, isNearer, (to, cost, by) => {
        this.dist[to] = farBy(to, cost);
        this.from[to] = next;
        this.by[to] = by;
        this.queue.push(pack(this.dist[to]!, to));
      });
    }
    const reached = this.dist[node]!;
    for (const one of settled) this.price[one] = this.price[one]! + this.dist[one]! - reached;
    this.augment(node, -1);
  }

  private begin(): void {
    this.dist.fill(Number.POSITIVE_INFINITY);
    this.done.fill(0);
    this.queue.clear();
  }

  private start(node: number, from: number, by = -1): void {
    this.dist[node] = 0;
    this.from[node] = from;
    this.by[node] = by;
    this.queue.push(pack(0, node));
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

  /** The path last found, where it still holds. */
  private followPath(who: number, start: number): boolean {
    this.from[start] = person;
    this.by[start] = who;
    for (let node = start, steps = 0; node !== this.sink; steps += 1) {
      const next = this.toward[node]!;
      const by = next < 0 || steps > this.sink ? null : this.freeStep(node, next);
      if (by === null) return false;
      this.from[next] = node;
      this.by[next] = by;
      node = next;
    }
    return true;
  }

  /** Who or what leads from one node to the next without a loss; null when nothing does. */
  private freeStep(node: number, next: number): number | null {
    const { room, linkTo } = this.graph;
    const isFree = this.price[node] === this.price[next];
    if (next === this.sink) return isFree && this.flow[node]! < room[node]! ? along : null;
    if (isFree && linkTo[node] === next) return along;
    if (isFree && linkTo[next] === node && this.linkFlow[next]! > 0) return against;
    const way = this.ways.has(node, next) ? this.ways.between(node, next) : undefined;
    return way !== undefined && this.reduced(node, next, highOf(way)) === 0 ? lowOf(way) : null;
  }

  /** Breadth first along what costs nothing, prices counted in. */
  protected pathWithoutLoss(who: number, start: number, target: number): boolean {
    const { done } = this;
    done.fill(0);
    done[start] = 1;
    this.from[start] = person;
    this.by[start] = who;
    const list = [start];
    for (let index = 0; index < list.length && !done[target]; index += 1) {
      const node = list[index]!;
      const isOpen = (next: number, cost: number) =>
        !done[next] && !this.stuck[next] && this.reduced(node, next, cost) <= 0;
      this.expand(node, isOpen, (next, _cost, by) => {
        done[next] = 1;
        this.from[next] = node;
        this.by[next] = by;
        list.push(next);
      });
    }
    if (!done[target]) return false;
    if (target === this.sink)
      for (let to = target; to !== start; to = this.from[to]!) this.toward[this.from[to]!] = to;
    return true;
  }

  /** Every step away from a node that is worth it at its cost. */
  protected expand(node: number, worth: (next: number, cost: number) => boolean, step: Step): void {
    const { room, linkTo, linksInto } = this.graph;
    const offer: Step = (next, cost, by) => {
      if (worth(next, cost)) step(next, cost, by);
    };
    if (node === this.sink) {
      for (let next = 0; next < this.sink; next += 1) if (this.flow[next]! > 0) offer(next, 0, against);
      return;
    }
    if (this.flow[node]! < room[node]!) offer(this.sink, 0, along);
    if (linkTo[node]! >= 0) offer(linkTo[node]!, 0, along);
    for (const kept of linksInto[node]!) if (this.linkFlow[kept]! > 0) offer(kept, 0, against);
    for (const next of this.ways.out[node]!) {
      const way = this.ways.between(node, next);
      if (way !== undefined) offer(next, highOf(way), lowOf(way));
    }
    if (this.worstRank >= notWished) this.ways.looseFrom(node, worth, offer);
  }

  /** Back along the path that was found: everybody on it takes the next seat, and the flow follows. */
  protected augment(target: number, who: number): void {
    for (let next = target; ; ) {
      const node = this.from[next]!;
      const by = this.by[next]!;
      if (node === person) {
        this.seat(who, next);
        return;
      }
      if (node === freedSeat) return;
      if (next === this.sink) this.flow[node]! += 1;
      else if (node === this.sink) this.flow[next]! -= 1;
      else if (by === along) this.linkFlow[node]! += 1;
      else if (by === against) this.linkFlow[next]! -= 1;
      else this.seat(by, next);
      next = node;
    }
  }

  private seat(who: number, node: number): void {
    this.at[who] = node;
    this.costAt[who] = this.costOf(who, node);
    this.moved.push(who);
    if (!this.pinned[who]) this.ways.add(who, node);
  }
}

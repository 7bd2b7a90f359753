import { type Ballot, costOfNothing, costOfRank, notWished, rankFor } from "./ballot.ts";
import { type Graph, graphOf } from "./graph.ts";
import { Heap, highOf, lowOf } from "./heap.ts";
import { Ways } from "./ways.ts";

/** Whether somebody cannot sit in a session because of what they have in another slot. */
export type Blocked = (person: number, session: number) => boolean;

// What leads from one node to the next, where it is nobody who changes seats.
export const along = -1;
export const against = -2;

// Where a path begins.
export const person = -1;
export const freedSeat = -2;

type Step = (next: number, cost: number, by: number) => void;

/** Who sits where in one slot, what a seat costs the others by now, and the steps by which seats change hands. */
export class Seats {
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
  protected readonly dist: Float64Array;
  protected readonly from: Int32Array;
  protected readonly by: Int32Array;
  protected readonly done: Uint8Array;
  /** The next node on a shortest path to a free seat, as last found. */
  protected readonly toward: Int32Array;
  /** Nodes from which no path without a loss leads to a free seat, until prices change. */
  protected readonly stuck: Uint8Array;
  protected readonly cursor: Int32Array;
  /** Nodes from which there is no path at all. */
  protected readonly shut: Uint8Array;
  protected readonly queue = new Heap();

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
    this.cursor = new Int32Array(this.sink + 1);
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

  /** Who or what leads from one node to the next without a loss; null when nothing does. */
  protected freeStep(node: number, next: number): number | null {
    const { room, linkTo } = this.graph;
    const isFree = this.price[node] === this.price[next];
    if (next === this.sink) return isFree && this.flow[node]! < room[node]! ? along : null;
    if (isFree && linkTo[node] === next) return along;
    if (isFree && linkTo[next] === node && this.linkFlow[next]! > 0) return against;
    const way = this.ways.has(node, next) ? this.ways.between(node, next) : undefined;
    return way !== undefined && this.reduced(node, next, highOf(way)) === 0 ? lowOf(way) : null;
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

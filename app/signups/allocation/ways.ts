import { costOfNothing, costOfRank, notWished } from "./ballot.ts";
import { Heap, highOf, lowOf, pack } from "./heap.ts";
import type { Seats } from "./seats.ts";

/**
 * Who could change from one node to another, the cheapest first. What no longer holds (somebody sits elsewhere by now)
 * is thrown away when it is met.
 */
export class Ways {
  readonly out: number[][];
  readonly into: number[][];
  private readonly nodes: number;
  private readonly leaving: (Heap | undefined)[];
  /** By node and class: who could leave for what they did not wish for. */
  private readonly loose: (Heap | undefined)[][];
  /** By class: nodes at which some of them sat. */
  private readonly seatsOf: number[][];
  /** By node: classes of people who come in there. */
  private readonly comingInto: number[][];

  constructor(private readonly net: Seats) {
    this.nodes = net.graph.room.length;
    this.leaving = new Array<Heap | undefined>(this.nodes * this.nodes);
    this.out = Array.from({ length: this.nodes }, () => []);
    this.into = Array.from({ length: this.nodes }, () => []);
    this.loose = Array.from({ length: this.nodes }, () => []);
    this.seatsOf = net.graph.entries.map(() => []);
    this.comingInto = Array.from({ length: this.nodes }, () => []);
    for (const [kind, nodes] of net.graph.entries.entries()) {
      for (const node of nodes) this.comingInto[node]!.push(kind);
    }
  }

  /** Somebody sits at a node and may be asked to leave it. */
  add(person: number, node: number): void {
    const { net } = this;
    const { wishes, anything } = net.ballot.requests[person]![net.slot]!;
    const now = net.costAt[person]!;
    for (const { session, rank } of wishes) {
      if (rank <= net.worstRank)
        this.way(person, [node, net.nodeFor(person, session)], costOfRank(rank) - now);
    }
    this.way(person, [node, net.graph.nothing], costOfNothing - now);
    if (!anything || net.worstRank < notWished) return;
    const kind = net.graph.classOf[person]!;
    let heap = this.loose[node]![kind];
    if (!heap) {
      heap = new Heap();
      this.loose[node]![kind] = heap;
      this.seatsOf[kind]!.push(node);
    }
    heap.push(pack(costOfRank(notWished) - now, person));
  }

  private way(person: number, [node, next]: [number, number], cost: number): void {
    if (node === next) return;
    let heap = this.leaving[node * this.nodes + next];
    if (!heap) {
      heap = new Heap();
      this.leaving[node * this.nodes + next] = heap;
      this.out[node]!.push(next);
      this.into[next]!.push(node);
    }
    heap.push(pack(cost, person));
  }

  has(node: number, next: number): boolean {
    return this.leaving[node * this.nodes + next] !== undefined;
  }

  /** The cheapest change by way of a wish, cost and person packed. */
  between(node: number, next: number): number | undefined {
    const heap = this.leaving[node * this.nodes + next]!;
    const { net } = this;
    const session = net.graph.sessionOf[next]!;
    for (let packed = heap.top; packed !== undefined; packed = heap.top) {
      const person = lowOf(packed);
      const cost = highOf(packed);
      const holds =
        net.mayLeave(person, node, cost) &&
        (session < 0 ||
          (cost + net.costAt[person]! <= costOfRank(net.worstRank) && !net.blocked(person, session)));
      if (holds) return packed;
      heap.pop();
    }
    return undefined;
  }

  /** The cheapest change to what they did not wish for, of those that are worth it at the least they can cost. */
  looseFrom(
    node: number,
    worth: (next: number, cost: number) => boolean,
    found: (next: number, cost: number, person: number) => void,
  ): void {
    for (const [kind, heap] of this.loose[node]!.entries()) {
      if (heap?.top === undefined) continue;
      const least = highOf(heap.top);
      let open = this.net.graph.entries[kind]!.filter((next) => next !== node && worth(next, least));
      if (open.length === 0) continue;
      this.inOrder(heap, node, (cost, person) => {
        open = open.filter((next) => {
          const able = this.takesAnything(person, next);
          if (able) found(next, cost, person);
          return !able;
        });
        return open.length > 0;
      });
    }
  }

  /** From each node the cheapest change to this one by somebody who did not wish for it. */
  looseInto(
    next: number,
    worth: (node: number, cost: number) => boolean,
    found: (node: number, cost: number) => void,
  ): void {
    for (const kind of this.comingInto[next]!) {
      for (const node of this.seatsOf[kind]!) {
        const heap = this.loose[node]![kind]!;
        if (node === next || heap.top === undefined || !worth(node, highOf(heap.top))) continue;
        this.inOrder(heap, node, (cost, person) => {
          const able = this.takesAnything(person, next);
          if (able) found(node, cost);
          return !able;
        });
      }
    }
  }

  /** Those who may leave, the cheapest first, while `goOn` says so. */
  private inOrder(heap: Heap, node: number, goOn: (cost: number, person: number) => boolean): void {
    const { top } = heap;
    if (top === undefined) return;
    // Mostly the first will do, and the heap can stay as it is.
    if (this.net.mayLeave(lowOf(top), node, highOf(top)) && !goOn(highOf(top), lowOf(top))) return;
    const seen: number[] = [];
    let last = -1;
    for (let packed = heap.pop(); packed !== undefined; packed = heap.pop()) {
      const person = lowOf(packed);
      if (packed === last || !this.net.mayLeave(person, node, highOf(packed))) continue;
      last = packed;
      seen.push(packed);
      if (!goOn(highOf(packed), person)) break;
    }
    for (const packed of seen) heap.push(packed);
  }

  private takesAnything(person: number, next: number): boolean {
    const { net } = this;
    const session = net.graph.sessionOf[next]!;
    const { wishes, closed } = net.ballot.requests[person]![net.slot]!;
    return (
      !closed.has(session) &&
      !wishes.some((wish) => wish.session === session) &&
      !net.blocked(person, session)
    );
  }
}

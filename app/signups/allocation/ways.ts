import { costOfNothing, costOfRank, notWished } from "./ballot.ts";
import { Heap, highOf, lowOf, pack } from "./heap.ts";
import type { Net } from "./net.ts";

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

  constructor(private readonly net: Net) {
    this.nodes = net.graph.room.length;
    this.leaving = new Array<Heap | undefined>(this.nodes * this.nodes);
    this.out = Array.from({ length: this.nodes }, () => []);
    this.into = Array.from({ length: this.nodes }, () => []);
    this.loose = Array.from({ length: this.nodes }, () => []);
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
    this.loose[node]![kind] ??= new Heap();
    this.loose[node]![kind].push(pack(costOfRank(notWished) - now, person));
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

  /** The cheapest change to each session nobody there wished for. */
  looseFrom(node: number, found: (next: number, cost: number, person: number) => void): void {
    for (const [kind, heap] of this.loose[node]!.entries()) {
      if (!heap) continue;
      let open = this.net.graph.entries[kind]!.filter((next) => next !== node);
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
  looseInto(next: number, found: (node: number, cost: number) => void): void {
    const session = this.net.graph.sessionOf[next]!;
    if (session < 0) return;
    for (const [node, kinds] of this.loose.entries()) {
      if (node === next) continue;
      for (const [kind, heap] of kinds.entries()) {
        if (!heap || this.net.graph.entries[kind]![session - this.net.first] !== next) continue;
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

import { costOfNothing, notWished } from "./ballot.ts";
import { highOf, lowOf, pack } from "./heap.ts";
import { freedSeat, person, Seats } from "./seats.ts";

/** Makes what cannot be reached dearer than anything that can. */
const outOfReach = 4 * costOfNothing;

/** The paths along which seats change hands. */
export class Flow extends Seats {
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
        if (this.findSeat(who, node)) {
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

  /** Depth first along what costs nothing to a free seat, at each node first where the last path went. */
  private findSeat(who: number, start: number): boolean {
    const { done, from, by, toward } = this;
    done.fill(0);
    this.cursor.fill(-1);
    done[start] = 1;
    from[start] = person;
    by[start] = who;
    for (let node = start; node !== this.sink; ) {
      const next = this.nextStep(node);
      if (next >= 0) {
        done[next] = 1;
        from[next] = node;
        toward[node] = next;
        node = next;
      } else if (node === start) return false;
      else node = from[node]!;
    }
    return true;
  }

  /** The next node to try from here, remembered by `by`; −1 when there is none left. */
  private nextStep(node: number): number {
    const { done, stuck, cursor, toward } = this;
    const out = this.ways.out[node]!;
    const links = this.graph.linksInto[node]!;
    for (; cursor[node]! < out.length + links.length + 2; ) {
      const index = cursor[node]!;
      cursor[node] = index + 1;
      let next: number;
      if (index < 0) next = toward[node]!;
      else if (index < 2) next = index === 0 ? this.sink : this.graph.linkTo[node]!;
      else next = index - 2 < links.length ? links[index - 2]! : out[index - 2 - links.length]!;
      if (next < 0 || done[next] || stuck[next]) continue;
      const step = this.freeStep(node, next);
      if (step === null) continue;
      this.by[next] = step;
      return next;
    }
    return this.worstRank >= notWished ? this.looseStep(node) : -1;
  }

  private looseStep(node: number): number {
    let found = -1;
    const isOpen = (next: number, cost: number) =>
      found < 0 && !this.done[next] && !this.stuck[next] && this.reduced(node, next, cost) <= 0;
    this.ways.looseFrom(node, isOpen, (next, cost, by) => {
      if (!isOpen(next, cost)) return;
      found = next;
      this.by[next] = by;
    });
    return found;
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
    return done[target] === 1;
  }
}

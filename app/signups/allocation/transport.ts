import { Heap, highOf, lowOf, pack } from "./heap.ts";

/** A transportation problem of many people and few places, in whole numbers. */
export interface Transport {
  /** Options of each person from `start[person]` to before `end[person]`: where, at what cost. None: not in it. */
  start: Int32Array;
  end: Int32Array;
  node: Int32Array;
  cost: Int32Array;
  /** Seats of each node, zero or more. */
  room: Int32Array;
  /** Where those go on to, at no cost, who find a node full; −1 where they do not. One step, no further. */
  linkTo: Int32Array;
}

const far = 2 ** 30;

/**
 * Least cost for all together, by shortest paths and, along all that are equally short, as many people at once as can
 * be (the primal–dual method of Ford & Fulkerson 1957). People stay off the graph: from node to node it costs what those
 * who sit there lose by the change, so that one search looks at everybody once at most.
 */
export class Flow {
  /** The option somebody has; −1 for those who are not in it. */
  readonly pick: Int32Array;
  /** What one more seat at a node would cost all together; 0 where seats are free. */
  readonly price: Int32Array;
  /** How many sit at a node, those who went on not counted but those who came counted. */
  readonly load: Int32Array;
  /** How many went on. */
  readonly onward: Int32Array;
  /** Nodes from which people go on to this one. */
  readonly linksInto: number[][];
  private readonly dist: Int32Array;
  /** The price of a node; out of reach while it is on the path or leads nowhere. */
  private readonly open: Int32Array;
  private readonly path: Int32Array;
  /** What leads to a node of the path: somebody's option, or a link. */
  private readonly via: Int32Array;
  private readonly who: Int32Array;
  /** People by node, as they sat when the search began, and how far each node's are used up. */
  private readonly seated: Int32Array;
  private readonly first: Int32Array;
  private readonly turn: Int32Array;
  private readonly option: Int32Array;
  private readonly heap = new Heap();

  constructor(readonly problem: Transport) {
    const nodes = problem.room.length;
    const people = problem.start.length;
    this.pick = new Int32Array(people).fill(-1);
    [this.price, this.load, this.onward] = [
      new Int32Array(nodes),
      new Int32Array(nodes),
      new Int32Array(nodes),
    ];
    [this.dist, this.path, this.via, this.who] = [
      new Int32Array(nodes),
      new Int32Array(nodes),
      new Int32Array(nodes),
      new Int32Array(nodes),
    ];
    [this.turn, this.option, this.first] = [
      new Int32Array(nodes),
      new Int32Array(nodes),
      new Int32Array(nodes + 1),
    ];
    this.open = new Int32Array(nodes);
    this.seated = new Int32Array(people);
    this.linksInto = Array.from({ length: nodes }, () => []);
    for (const [node, next] of problem.linkTo.entries()) if (next >= 0) this.linksInto[next]!.push(node);
  }

  /** Everybody on the option that costs them least, however full it gets. */
  startCheapest(): void {
    const { start, end, cost } = this.problem;
    for (let person = 0; person < start.length; person += 1) {
      let best = -1;
      for (let one = start[person]!; one < end[person]!; one += 1) {
        if (best < 0 || cost[one]! < cost[best]!) best = one;
      }
      this.pick[person] = best;
    }
    this.count();
  }

  /** Everybody on an option of theirs, given by its number. */
  startWith(pick: Int32Array): void {
    this.pick.set(pick);
    this.count();
  }

  /** Counts who sits where; who finds a node full goes on. */
  private count(): void {
    const { node, linkTo, room } = this.problem;
    this.load.fill(0);
    this.onward.fill(0);
    for (const one of this.pick) if (one >= 0) this.load[node[one]!]! += 1;
    for (const [from, to] of linkTo.entries()) {
      const tooMany = this.load[from]! - room[from]!;
      if (to < 0 || tooMany <= 0) continue;
      this.load[from]! -= tooMany;
      this.load[to]! += tooMany;
      this.onward[from] = tooMany;
    }
  }

  /** Leaves no node too full, at least cost; false where that cannot be, and then as few as can be are too many. */
  drain(): boolean {
    const { room } = this.problem;
    while (this.load.some((load, node) => load > room[node]!)) {
      this.group();
      if (!this.search()) return false;
      // Who moved opens ways that were shut before: again with what is still to be looked at.
      while (this.push()) this.group();
    }
    return true;
  }

  private group(): void {
    const { first, seated, pick, turn } = this;
    const { node, start } = this.problem;
    first.fill(0);
    for (const one of pick) if (one >= 0) first[node[one]! + 1]! += 1;
    for (let index = 1; index < first.length; index += 1) first[index]! += first[index - 1]!;
    turn.set(first.subarray(0, turn.length));
    for (let person = 0; person < start.length; person += 1) {
      const one = pick[person]!;
      if (one < 0) continue;
      const at = node[one]!;
      seated[turn[at]!] = person;
      turn[at]! += 1;
    }
  }

  /** Distances from what is too full to the next free seat; prices rise by what is left of the way (Dijkstra 1959). */
  private search(): boolean {
    const { dist, price, load, heap, first, seated, pick, onward } = this;
    const { start, end, node, cost, room, linkTo } = this.problem;
    let goal = far;
    dist.fill(far);
    heap.clear();
    for (let at = 0; at < room.length; at += 1) {
      if (load[at]! <= room[at]!) continue;
      dist[at] = 0;
      heap.push(pack(0, at));
    }
    const reach = (next: number, length: number) => {
      if (length >= dist[next]! || length >= goal) return;
      dist[next] = length;
      if (load[next]! < room[next]!) goal = length;
      else heap.push(pack(length, next));
    };
    for (let top = heap.pop(); top !== undefined && highOf(top) < goal; top = heap.pop()) {
      const at = lowOf(top);
      const length = dist[at]!;
      if (highOf(top) > length) continue;
      const base = length - price[at]!;
      if (linkTo[at]! >= 0) reach(linkTo[at]!, base + price[linkTo[at]!]!);
      for (const kept of this.linksInto[at]!) if (onward[kept]! > 0) reach(kept, base + price[kept]!);
      for (let index = first[at]!; index < first[at + 1]!; index += 1) {
        const person = seated[index]!;
        const left = base - cost[pick[person]!]!;
        for (let one = start[person]!; one < end[person]!; one += 1) {
          const next = node[one]!;
          const length = left + cost[one]! + price[next]!;
          if (length < dist[next]! && length < goal) reach(next, length);
        }
      }
    }
    if (goal === far) return false;
    for (let at = 0; at < room.length; at += 1) {
      if (dist[at]! < goal) price[at]! += goal - dist[at]!;
    }
    return true;
  }

  /** As many as can be to free seats along what costs nothing by these prices (Dinic 1970, without levels). */
  private push(): boolean {
    const { room } = this.problem;
    let found = false;
    this.open.set(this.price);
    this.turn.set(this.first.subarray(0, room.length));
    this.option.fill(-1);
    for (let at = 0; at < room.length; at += 1) {
      while (this.load[at]! > room[at]! && this.findFree(at)) found = true;
    }
    return found;
  }

  /** Depth first; what leads nowhere is not tried again in this round. */
  private findFree(from: number): boolean {
    const { open, path, load } = this;
    const { room } = this.problem;
    let depth = 0;
    path[0] = from;
    open[from] = far;
    while (depth >= 0) {
      const at = path[depth]!;
      const next = this.step(at);
      if (next < 0) {
        depth -= 1;
        continue;
      }
      depth += 1;
      path[depth] = next;
      open[next] = far;
      if (load[next]! >= room[next]!) continue;
      this.shift(depth);
      return true;
    }
    return false;
  }

  private step(at: number): number {
    const { open, price, via, who, turn, option, seated, first, pick } = this;
    const { start, end, node, cost, linkTo } = this.problem;
    const onto = linkTo[at]!;
    if (onto >= 0 && open[onto] === price[at]) {
      via[onto] = along;
      return onto;
    }
    for (const kept of this.linksInto[at]!) {
      if (open[kept] !== price[at] || this.onward[kept]! === 0) continue;
      via[kept] = against;
      return kept;
    }
    for (; turn[at]! < first[at + 1]!; turn[at]! += 1, option[at] = -1) {
      const person = seated[turn[at]!]!;
      const now = pick[person]!;
      if (node[now] !== at) continue;
      const least = cost[now]! + price[at]!;
      let one = option[at]! < 0 ? start[person]! : option[at]!;
      for (; one < end[person]!; one += 1) {
        const next = node[one]!;
        if (cost[one]! + open[next]! !== least) continue;
        option[at] = one;
        via[next] = one;
        who[next] = person;
        return next;
      }
    }
    return -1;
  }

  /** Everybody along the path that was found takes the next seat. */
  private shift(depth: number): void {
    const { path, via, open, price } = this;
    this.load[path[0]!]! -= 1;
    this.load[path[depth]!]! += 1;
    open[path[0]!] = price[path[0]!]!;
    for (let index = 1; index <= depth; index += 1) {
      const next = path[index]!;
      open[next] = price[next]!;
      const by = via[next]!;
      if (by === along) this.onward[path[index - 1]!]! += 1;
      else if (by === against) this.onward[next]! -= 1;
      else this.pick[this.who[next]!] = by;
    }
  }
}

// What leads to the next node where it is no option of somebody's.
export const along = -1;
export const against = -2;

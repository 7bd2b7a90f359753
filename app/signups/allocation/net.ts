import { costOfNothing, costOfRank, notWished } from "./ballot.ts";
import { componentsOf } from "./components.ts";
import { Flow } from "./flow.ts";
import { Ways } from "./ways.ts";

export interface NetState {
  at: Int32Array;
  costAt: Float64Array;
  pinned: Uint8Array;
  flow: Float64Array;
  linkFlow: Float64Array;
  price: Float64Array;
}

export interface Open {
  node: number;
  /** −1 for nothing. */
  session: number;
  cost: number;
}

/**
 * One slot as a flow of least cost by shortest augmenting paths (Edmonds & Karp 1972), with people kept off the graph:
 * from node to node it costs what the cheapest of those who sit there lose by the change. Seats kept for an
 * organisation stand before the common pool, so that Σ max(taken, guarantee) ≤ capacity holds by the flow itself.
 * After every call no exchange would be better for all together.
 */
export class Net extends Flow {
  get withoutSeat(): number {
    return this.flow[this.graph.nothing]!;
  }

  /** −1 for nothing. */
  sessionAt(person: number): number {
    const node = this.at[person]!;
    return node < 0 ? -1 : this.graph.sessionOf[node]!;
  }

  /** Seats somebody as well as can be, moving others where that pays; with `only` there, and nobody moves them. */
  insert(person: number, only?: number): boolean {
    this.pinned[person] = only === undefined ? 0 : 1;
    const open = only === undefined ? this.openTo(person) : [{ node: only, cost: this.costOf(person, only) }];
    return this.enter(person, open);
  }

  remove(person: number): void {
    const node = this.at[person]!;
    if (node < 0) return;
    this.at[person] = -1;
    this.costAt[person] = 0;
    this.fill(node);
  }

  /** Where somebody may sit, at what cost, "nothing" last. */
  openTo(person: number): Open[] {
    const { wishes, anything, closed } = this.ballot.requests[person]![this.slot]!;
    const found: Open[] = [];
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

  /** Among allocations that are equally good, the one that is best for the first in the lottery, then for the next. */
  drawTies(): void {
    this.decided = new Uint8Array(this.at.length);
    this.stuck.fill(0);
    let failures = 0;
    let circles = this.circles();
    for (let person = 0; person < this.at.length; person += 1) {
      if (this.at[person]! < 0) continue;
      if (!this.pinned[person]) failures += this.improve(person, circles);
      this.decided[person] = 1;
      if (failures < patience) continue;
      failures = 0;
      circles = this.circles();
    }
    this.decided = null;
  }

  /** Nodes with the same number lie on a common circle of changes that costs nothing. */
  private circles(): Int32Array {
    return componentsOf(this.sink + 1, (node, visit) =>
      this.expand(node, (next, cost) => this.reduced(node, next, cost) <= 0, visit),
    );
  }

  /** Gives somebody the best they can have at no cost to all together; how many attempts failed. */
  private improve(person: number, circles: Int32Array): number {
    const node = this.at[person]!;
    const now = this.costAt[person]!;
    let failures = 0;
    const better = this.openTo(person).filter((one) => one.cost < now && circles[one.node] === circles[node]);
    for (const { node: wanted, cost } of better.sort((a, b) => a.cost - b.cost || a.session - b.session)) {
      if (this.reduced(node, wanted, cost - now) !== 0) continue;
      if (this.pathWithoutLoss(person, wanted, node)) {
        this.at[person] = -1;
        this.augment(node, person);
        break;
      }
      failures += 1;
    }
    return failures;
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
    this.stuck.fill(0);
    this.ways = new Ways(this);
    for (let person = 0; person < this.at.length; person += 1) {
      if (this.at[person]! >= 0 && !this.pinned[person]) this.ways.add(person, this.at[person]!);
    }
  }
}

/** Attempts in vain before the circles are looked for anew. */
const patience = 20;

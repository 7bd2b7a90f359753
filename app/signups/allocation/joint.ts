import type { Ballot } from "./ballot.ts";
import { costOfNothing, costOfRank } from "./ballot.ts";
import { type Choice, cheapestBundle } from "./bundle.ts";
import { Net, type NetState } from "./net.ts";
import { type Score, scoreOf } from "./score.ts";
import type { Seating } from "./turns.ts";

/**
 * Slots that depend on each other: a workshop given twice, sessions that overlap, people who sit together. Each slot is
 * a flow in which nobody goes where their seat in another slot shuts them out. One after another people are taken out
 * of all slots and come back where it costs least all in all, displacements of others counted in.
 */
export class Joint {
  readonly nets: Net[];
  /** The session of somebody in each slot; −1 for none. */
  private readonly held: Int32Array;
  /** Sessions that shut out others, so that most changes need no second look. */
  private readonly shutsOut: Uint8Array;
  private readonly unhappy: { person: number; slot: number }[] = [];
  /** By person and slot: those they sit with. */
  private readonly blockOf: (number[] | undefined)[][];

  constructor(
    private readonly ballot: Ballot,
    worstRank: number,
  ) {
    const { people, slots, sessions, excludes } = ballot;
    const count = sessions.length;
    this.held = new Int32Array(people.length * slots.length).fill(-1);
    this.shutsOut = Uint8Array.from(sessions, (_, one) =>
      excludes.subarray(one * count, (one + 1) * count).some((value) => value === 1) ? 1 : 0,
    );
    this.blockOf = people.map(() => slots.map(() => undefined));
    for (const [slot, blocks] of ballot.blocks.entries()) {
      for (const members of blocks) for (const one of members) this.blockOf[one]![slot] = members;
    }
    this.nets = slots.map(
      (_, slot) =>
        new Net(ballot, slot, worstRank, (person, session) => this.isBlocked(person, slot, session)),
    );
  }

  get score(): Score {
    return scoreOf(this.nets);
  }

  get seating(): Seating {
    return this.nets.map((net) => Int32Array.from(net.at, (_, person) => net.sessionAt(person)));
  }

  private isBlocked(person: number, slot: number, session: number): boolean {
    if (!this.shutsOut[session]) return false;
    const { slots, sessions, excludes } = this.ballot;
    const base = person * slots.length;
    for (let other = 0; other < slots.length; other += 1) {
      const held = this.held[base + other]!;
      if (other !== slot && held >= 0 && excludes[held * sessions.length + session]) return true;
    }
    return false;
  }

  /** Takes those who belong together out of all slots and puts them back where it costs least. */
  replace(members: readonly number[]): void {
    for (const net of this.nets) for (const one of members) net.remove(one);
    this.follow();
    this.comfort();
    for (const [slot, block] of this.blocksOf(members)) this.placeBlock(slot, block);
    for (const one of members) this.placeAlone(one);
    this.comfort();
  }

  private blocksOf(members: readonly number[]): [number, number[]][] {
    return this.nets.flatMap((_, slot): [number, number[]][] => {
      const block = members.map((one) => this.blockOf[one]![slot]).find(Boolean);
      return block ? [[slot, block]] : [];
    });
  }

  private placeAlone(person: number): void {
    const slots = this.nets.filter(
      ({ slot }) => this.ballot.requests[person]![slot] && !this.blockOf[person]![slot],
    );
    const choices = slots.map((net) => {
      net.settle();
      return net
        .openTo(person)
        .map(({ node, session, cost }): Choice => ({ session, cost: cost + net.priceOf(node) }));
    });
    const bundle = cheapestBundle(this.ballot, choices);
    for (const [index, net] of slots.entries()) {
      const session = bundle[index]!;
      const node = session < 0 ? net.graph.nothing : net.nodeFor(person, session);
      if (!net.insert(person, node)) net.insert(person, net.graph.nothing);
      this.follow();
    }
    for (const net of slots) this.release(net, person);
  }

  /** Where all of them fit best by today's prices, or nowhere. */
  private placeBlock(slot: number, members: number[]): void {
    const net = this.nets[slot]!;
    net.settle();
    const [first, ...others] = members.map(
      (one) => new Map(net.openTo(one).map((open) => [open.session, open])),
    );
    const shared = [...first!.values()]
      .filter(({ session }) => session >= 0 && others.every((open) => open.has(session)))
      .map(({ session }) => {
        const costs = members.map((one) => {
          const node = net.nodeFor(one, session);
          return net.costOf(one, node) + net.priceOf(node);
        });
        return { session, cost: costs.reduce((sum, cost) => sum + cost, 0) };
      })
      .filter(({ cost }) => cost < members.length * costOfNothing)
      .sort((a, b) => a.cost - b.cost || a.session - b.session);
    if (!shared.some(({ session }) => this.tryBlock(net, members, session))) {
      for (const one of members) net.insert(one, net.graph.nothing);
    }
    this.follow();
  }

  private tryBlock(net: Net, members: number[], session: number): boolean {
    const seated: number[] = [];
    const before = net.withoutSeat;
    for (const one of members) {
      if (!net.insert(one, net.nodeFor(one, session))) break;
      seated.push(one);
    }
    if (seated.length === members.length && net.withoutSeat - before < members.length) return true;
    for (const one of seated) net.remove(one);
    return false;
  }

  /** Remembers who sits where now, and who could sit elsewhere because of it. */
  private follow(): void {
    for (const net of this.nets) {
      for (const person of net.moved.splice(0)) this.remember(net, person);
    }
  }

  private remember(net: Net, person: number): void {
    const index = person * this.nets.length + net.slot;
    const before = this.held[index]!;
    const now = net.sessionAt(person);
    this.held[index] = now;
    if (before < 0 || before === now || !this.shutsOut[before]) return;
    for (const other of this.nets) if (other !== net) this.release(other, person);
  }

  private release(net: Net, person: number): void {
    const { slot } = net;
    if (this.blockOf[person]![slot] || net.release(person)) return;
    this.unhappy.push({ person, slot });
  }

  /** Those who could sit better in one slot now do; everyone who does may make room for another. */
  private comfort(): void {
    for (let steps = 0; this.unhappy.length > 0 && steps < 10_000; steps += 1) {
      const { person, slot } = this.unhappy.pop()!;
      const net = this.nets[slot]!;
      if (net.at[person]! < 0 || this.blockOf[person]![slot]) continue;
      net.remove(person);
      this.follow();
      net.insert(person);
      this.follow();
    }
  }

  /** Whether somebody has the best they asked for in every slot. */
  isContent(person: number): boolean {
    return this.nets.every(({ slot, costAt }) => {
      const best = this.ballot.requests[person]![slot]?.wishes[0];
      return best === undefined || costAt[person] === costOfRank(best.rank);
    });
  }

  /** No seat of this rank any more; false as soon as that leaves more people without. */
  forbid(rank: number, units: readonly (readonly number[])[]): boolean {
    const { without } = this.score;
    const limit = costOfRank(rank);
    const hasIt = (person: number) =>
      this.nets.some(({ costAt }) => costAt[person]! >= limit && costAt[person]! < costOfNothing);
    for (const net of this.nets) net.worstRank = rank - 1;
    for (const members of units) if (members.some(hasIt)) this.replace(members);
    return this.score.without <= without && this.score.worstRank < rank;
  }

  state(): NetState[] {
    return this.nets.map((net) => net.state());
  }

  restore(states: NetState[], worstRank: number): void {
    for (const [slot, net] of this.nets.entries()) {
      net.worstRank = worstRank;
      net.moved.length = 0;
      net.restore(states[slot]!);
      for (let person = 0; person < net.at.length; person += 1) {
        this.held[person * this.nets.length + slot] = net.sessionAt(person);
      }
    }
    this.unhappy.length = 0;
  }
}

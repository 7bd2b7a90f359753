import { type Alone, drawTies } from "./apart.ts";
import { type Ballot, costOfNothing } from "./ballot.ts";
import { Net } from "./net.ts";
import { type Options, optionsOf } from "./options.ts";
import { scoreOfSeating } from "./polish.ts";
import type { Score } from "./score.ts";
import { Flow } from "./transport.ts";
import { emptySeating, isBlocked, type Seating } from "./turns.ts";

/** More than nothing costs: never taken. */
const shut = 2 * costOfNothing;
const mostSweeps = 5;

/**
 * Slots that shut each other out, for people who come alone. Slot after slot is solved exactly while a seat that meets
 * one in another slot costs what leaving that one would, by the prices there; so exchanges across slots are found. When
 * that settles, what still meets is shut, and every slot is as good as it can be beside the others.
 */
export class Coupled {
  private readonly slots: (Options & { session: Int32Array; flow: Flow | null })[];
  private readonly seating: Seating;
  private readonly shutsOut: Uint8Array;

  constructor(
    private readonly ballot: Ballot,
    readonly worstRank: number,
  ) {
    const { slots, sessions, excludes } = ballot;
    this.seating = emptySeating(ballot);
    this.slots = slots.map((_, slot) => {
      const options = optionsOf(ballot, slot, worstRank);
      const session = options.transport.node.map((node) => options.graph.sessionOf[node]!);
      return { ...options, session, flow: null };
    });
    const count = sessions.length;
    this.shutsOut = Uint8Array.from(sessions, (_, one) =>
      excludes.subarray(one * count, (one + 1) * count).includes(1) ? 1 : 0,
    );
  }

  get score(): Score {
    return scoreOfSeating(this.ballot, this.seating);
  }

  search(timeIsUp: () => boolean): this {
    for (const slot of this.slots.keys()) this.solve(slot, () => 0);
    for (let sweep = 0; sweep < mostSweeps && !timeIsUp(); sweep += 1) {
      for (const slot of this.slots.keys()) this.solve(slot, (...meeting) => this.regret(...meeting));
    }
    for (const slot of this.slots.keys()) this.close(slot);
    return this;
  }

  /** Once more slot by slot, ties as the lottery says. Never worse than before. */
  polish(): Seating {
    for (const slot of this.slots.keys()) {
      const net = new Net(this.ballot, slot, this.worstRank, (person, session) =>
        isBlocked(this.ballot, this.seating, person, session),
      );
      this.seating[slot] = drawTies(net, this.close(slot));
    }
    return this.seating;
  }

  private close(slot: number): Alone {
    return { graph: this.slots[slot]!.graph, flow: this.solve(slot, () => shut) };
  }

  private solve(slot: number, extra: (person: number, session: number, other: number) => number): Flow {
    const { transport, session } = this.slots[slot]!;
    const { start, end } = transport;
    const cost = transport.cost.slice();
    for (let person = 0; person < start.length; person += 1) {
      for (let one = start[person]! + 1; one < end[person]!; one += 1) {
        if (!this.shutsOut[session[one]!]) continue;
        for (let other = 0; other < this.slots.length; other += 1) {
          if (other !== slot && this.meets(session[one]!, this.seating[other]![person]!))
            cost[one] = Math.min(shut, cost[one]! + extra(person, session[one]!, other));
        }
      }
    }
    const flow = new Flow({ ...transport, cost });
    flow.startCheapest();
    flow.drain();
    this.slots[slot]!.flow = flow;
    this.seating[slot] = Int32Array.from(flow.pick, (one) => (one < 0 ? -1 : session[one]!));
    return flow;
  }

  private meets(session: number, held: number): boolean {
    return held >= 0 && this.ballot.excludes[held * this.ballot.sessions.length + session] === 1;
  }

  /** What it costs somebody, and those whom they displace, to leave a slot to this session of another one. */
  private regret(person: number, session: number, slot: number): number {
    const { transport, session: sessions, flow } = this.slots[slot]!;
    if (!flow) return 0;
    const held = this.seating[slot]![person]!;
    let now = 0;
    let best = costOfNothing;
    for (let one = transport.start[person]!; one < transport.end[person]!; one += 1) {
      const dear = transport.cost[one]! + flow.price[transport.node[one]!]!;
      if (sessions[one] === held) now = dear;
      else if (dear < best && !this.isTaken(person, sessions[one]!, [slot, session])) best = dear;
    }
    return Math.max(0, best - now);
  }

  /** Whether a session is shut out by that one, or by what they have in a third slot. */
  private isTaken(person: number, session: number, [slot, other]: [number, number]): boolean {
    if (session < 0 || !this.shutsOut[session]) return false;
    if (this.meets(session, other)) return true;
    const from = this.ballot.slotOf[other];
    return this.seating.some(
      (seats, third) => third !== slot && third !== from && this.meets(session, seats[person]!),
    );
  }
}

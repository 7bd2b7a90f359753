import { type Ballot, costOfNothing, costOfRank, notWished } from "./ballot.ts";
import type { Graph } from "./graph.ts";
import { Net } from "./net.ts";
import { type Options, optionsOf } from "./options.ts";
import type { Score } from "./score.ts";
import { Flow, type Transport } from "./transport.ts";
import type { Seating } from "./turns.ts";

/** Every slot for itself, at its best. */
export interface Apart {
  slots: Alone[];
  /** No seat of a worse rank was given. */
  worstRank: number;
}

export interface Alone {
  graph: Graph;
  flow: Flow;
}

/** Every slot for itself, exactly: least squares among the lowest worst rank among the fewest without a seat. */
export function solveApart(ballot: Ballot): Apart {
  const offers = ballot.slots.map((_, slot) => optionsOf(ballot, slot, notWished - 1));
  const wishes = { slots: offers.map(solve), worstRank: notWished - 1 };
  const { without } = scoreOf(wishes);
  if (without === 0) return lowerWorstRank(wishes);
  const slots = ballot.slots.map((_, slot) => solve(optionsOf(ballot, slot, notWished)));
  const all = { slots, worstRank: notWished };
  return scoreOf(all).without < without ? all : lowerWorstRank(wishes);
}

function solve({ graph, transport }: Options): Alone {
  const flow = new Flow(transport);
  flow.startCheapest();
  flow.drain();
  return { graph, flow };
}

/** Forbids the worst rank given as long as that leaves nobody more without. */
function lowerWorstRank(apart: Apart): Apart {
  const worstRank = Math.max(1, scoreOf(apart).worstRank);
  if (worstRank === 1) return { ...apart, worstRank };
  const lower = apart.slots.map(({ graph, flow }) => ({
    graph,
    transport: within(flow.problem, costOfRank(worstRank - 1)),
  }));
  const fits = lower.every(({ transport }, slot) => isEnough(transport, apart.slots[slot]!));
  return fits
    ? lowerWorstRank({ slots: lower.map(solve), worstRank: worstRank - 1 })
    : { ...apart, worstRank };
}

/** Whether these options leave nobody more without, whatever they cost. */
function isEnough(transport: Transport, { graph, flow }: Alone): boolean {
  const room = transport.room.slice();
  room[graph.nothing] = flow.load[graph.nothing]!;
  const { start, end } = transport;
  const pick = flow.pick.map((one, person) => (one < end[person]! ? one : start[person]!));
  const free = new Flow({ ...transport, room, cost: new Int32Array(transport.cost.length) });
  free.startWith(pick);
  return free.drain();
}

/** Without the options that cost more: "nothing" comes first, then what costs least. */
function within(problem: Transport, most: number): Transport {
  const { start, cost } = problem;
  const end = problem.end.slice();
  for (let person = 0; person < end.length; person += 1) {
    while (end[person]! - 1 > start[person]! && cost[end[person]! - 1]! > most) end[person]! -= 1;
  }
  return { ...problem, end };
}

export function scoreOf({ slots }: Apart): Score {
  const score: Score = { without: 0, worstRank: 0, squares: 0 };
  for (const { flow } of slots) {
    for (const one of flow.pick) {
      if (one < 0) continue;
      const cost = flow.problem.cost[one]!;
      if (cost >= costOfNothing) score.without += 1;
      else {
        score.squares += cost;
        score.worstRank = Math.max(score.worstRank, Math.round(Math.sqrt(cost)));
      }
    }
  }
  return score;
}

export const seatingOf = ({ slots }: Apart): Seating =>
  slots.map(({ graph, flow }) =>
    Int32Array.from(flow.pick, (one) => (one < 0 ? -1 : graph.sessionOf[flow.problem.node[one]!]!)),
  );

/** By slot: among allocations that are equally good, the one that is best for the first in the lottery, and so on. */
export const drawAll = (ballot: Ballot, { slots, worstRank }: Apart): Seating =>
  slots.map((alone, slot) => drawTies(new Net(ballot, slot, worstRank), alone));

/** Among allocations of one slot that are equally good, the one that is best for the first in the lottery. */
export function drawTies(net: Net, { graph, flow }: Alone): Int32Array {
  const { node } = flow.problem;
  net.restore({
    at: Int32Array.from(flow.pick, (one) => (one < 0 ? -1 : node[one]!)),
    costAt: Float64Array.from(flow.pick, (one) => (one < 0 ? 0 : flow.problem.cost[one]!)),
    pinned: new Uint8Array(flow.pick.length),
    flow: Float64Array.from(flow.load),
    linkFlow: Float64Array.from(flow.onward),
    price: Float64Array.from([...flow.price, 0], (price) => -price),
  });
  net.drawTies();
  return Int32Array.from(net.at, (at) => (at < 0 ? -1 : graph.sessionOf[at]!));
}

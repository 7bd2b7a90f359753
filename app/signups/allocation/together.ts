import { type Ballot, costOfNothing, notWished } from "./ballot.ts";
import { Net } from "./net.ts";

/** What counts, in this order: how many go without, the worst rank, the sum of all costs. */
export interface Score {
  without: number;
  worstRank: number;
  squares: number;
}

export function scoreOf(nets: readonly Net[]): Score {
  const score: Score = { without: 0, worstRank: 0, squares: 0 };
  for (const { at, costAt } of nets) {
    for (let person = 0; person < at.length; person += 1) {
      if (at[person]! < 0) continue;
      const cost = costAt[person]!;
      if (cost >= costOfNothing) score.without += 1;
      else {
        score.squares += cost;
        score.worstRank = Math.max(score.worstRank, Math.round(Math.sqrt(cost)));
      }
    }
  }
  return score;
}

export const isBetter = (a: Score, b: Score) =>
  a.without - b.without || a.worstRank - b.worstRank || a.squares - b.squares;

/** Every slot for itself, exactly: least squares among the lowest worst rank among the fewest without a seat. */
export function solveApart(ballot: Ballot): Net[] {
  const wishes = solveWithin(ballot, notWished - 1);
  const { without } = scoreOf(wishes);
  if (without === 0) return lowerWorstRank(wishes);
  const all = solveWithin(ballot, notWished);
  return scoreOf(all).without < without ? all : lowerWorstRank(wishes);
}

function solveWithin(ballot: Ballot, worstRank: number): Net[] {
  return ballot.slots.map((_, slot) => {
    const net = new Net(ballot, slot, worstRank);
    for (const [person, requests] of ballot.requests.entries()) if (requests[slot]) net.insert(person);
    return net;
  });
}

/** Forbids the worst rank given as long as that leaves nobody more without. */
function lowerWorstRank(nets: Net[]): Net[] {
  for (;;) {
    const { worstRank } = scoreOf(nets);
    const states = nets.map((net) => net.state());
    if (worstRank <= 1 || !nets.every((net) => liveWithout(net, worstRank))) {
      for (const [slot, net] of nets.entries()) {
        net.worstRank = Math.max(worstRank, 1);
        net.restore(states[slot]!);
      }
      return nets;
    }
  }
}

/** Moves everybody away from a rank; false where somebody would lose their seat. */
function liveWithout(net: Net, rank: number): boolean {
  net.worstRank = rank - 1;
  const concerned = [...net.at.keys()].filter(
    (person) =>
      net.at[person]! >= 0 && net.costAt[person]! < costOfNothing && net.costAt[person]! >= rank * rank,
  );
  const before = net.withoutSeat;
  for (const person of concerned) net.remove(person);
  for (const person of concerned) {
    net.insert(person);
    if (net.withoutSeat > before) return false;
  }
  return true;
}

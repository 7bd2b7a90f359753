import type { Ballot } from "./ballot.ts";

export interface Choice {
  /** −1 for nothing. */
  session: number;
  cost: number;
}

/** One choice of each list, none shutting out another, at least cost. */
export function cheapestBundle(ballot: Ballot, choices: Choice[][]): number[] {
  const lists = choices.map((list) => [...list].sort((a, b) => a.cost - b.cost || a.session - b.session));
  const first = lists.map((list) => list[0]!.session);
  if (!ballot.hasExclusions || isFree(ballot, first)) return first;
  const rest = new Array<number>(lists.length + 1).fill(0);
  for (let slot = lists.length - 1; slot >= 0; slot -= 1)
    rest[slot] = rest[slot + 1]! + lists[slot]![0]!.cost;
  let best = { cost: Number.POSITIVE_INFINITY, sessions: first };
  const chosen: number[] = [];
  const descend = (slot: number, cost: number) => {
    if (slot === lists.length) {
      best = { cost, sessions: [...chosen] };
      return;
    }
    for (const choice of lists[slot]!) {
      if (cost + choice.cost + rest[slot + 1]! >= best.cost) return;
      if (choice.session >= 0 && chosen.some((one) => shutsOut(ballot, one, choice.session))) continue;
      chosen.push(choice.session);
      descend(slot + 1, cost + choice.cost);
      chosen.pop();
    }
  };
  descend(0, 0);
  return best.sessions;
}

const shutsOut = ({ excludes, sessions }: Ballot, a: number, b: number) =>
  a >= 0 && b >= 0 && excludes[a * sessions.length + b] === 1;

const isFree = (ballot: Ballot, chosen: number[]) =>
  chosen.every((one, index) => chosen.slice(index + 1).every((other) => !shutsOut(ballot, one, other)));

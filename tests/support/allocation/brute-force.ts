import type { Ballot } from "~/signups/allocation/ballot.ts";
import { costOfNothing, costOfRank, rankFor } from "~/signups/allocation/ballot.ts";
import { Room } from "~/signups/allocation/turns.ts";

/**
 * The best allocation of slots that do not depend on each other by trying every one: the costs of everybody, in the
 * order of the lottery, slot by slot. For tests.
 */
export function bestByTrying(ballot: Ballot): number[][] {
  const perSlot = ballot.sessionsIn.map((own, slot) => fewestWithout(everySeating(ballot, own, slot)));
  const worst = Math.max(...perSlot.map((all) => Math.min(...all.map(worstOf))));
  return perSlot.map((all) => {
    const allowed = all.filter((costs) => worstOf(costs) <= worst);
    return allowed.reduce((best, costs) =>
      (sum(costs) - sum(best) || compare(costs, best)) < 0 ? costs : best,
    );
  });
}

function everySeating(ballot: Ballot, own: number[], slot: number): number[][] {
  const asking = [...ballot.people.keys()].filter((person) => ballot.requests[person]![slot]);
  const found: number[][] = [];
  const seated: number[] = [];
  const descend = (index: number, costs: number[]) => {
    if (index === asking.length) {
      if (fits(ballot, { asking, seated })) found.push(costs);
      return;
    }
    const request = ballot.requests[asking[index]!]![slot]!;
    for (const session of [-1, ...own]) {
      const rank = session < 0 ? null : rankFor(request, session);
      if (session >= 0 && rank === null) continue;
      seated[index] = session;
      descend(index + 1, [...costs, rank === null ? costOfNothing : costOfRank(rank)]);
    }
  };
  descend(0, []);
  return found;
}

function fits(ballot: Ballot, { asking, seated }: { asking: number[]; seated: number[] }): boolean {
  return [...new Set(seated)].every((session) => {
    if (session < 0) return true;
    const there = asking.filter((_, index) => seated[index] === session);
    return new Room(ballot.sessions[session]!).fits(there.map((one) => ballot.people[one]!.organisation));
  });
}

function fewestWithout(all: number[][]): number[][] {
  const without = (costs: number[]) => costs.filter((cost) => cost === costOfNothing).length;
  const fewest = Math.min(...all.map(without));
  return all.filter((costs) => without(costs) === fewest);
}

const worstOf = (costs: number[]) => Math.max(0, ...costs.filter((cost) => cost < costOfNothing));
const sum = (costs: number[]) => costs.reduce((total, cost) => total + cost, 0);

function compare(a: number[], b: number[]): number {
  const index = a.findIndex((cost, at) => cost !== b[at]);
  return index < 0 ? 0 : a[index]! - b[index]!;
}

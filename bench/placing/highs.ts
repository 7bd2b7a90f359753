import highsLoader from "highs";
import { type Candidate, type Compiled, compile, positionOf } from "~/festivals/placing/compile.ts";
import { costOf } from "~/festivals/placing/cost.ts";
import type { PlacingInstance } from "~/festivals/placing/instance.ts";
import { weights } from "~/festivals/placing/weights.ts";
import { conflictsOfPlacing } from "./check.ts";

export interface Solved {
  status: string;
  cost: number;
  unplaced: number;
  /** By the conflict engine: shows that both answer the same question. */
  conflicts: number;
  seconds: number;
}

/** The same question, with the same costs, asked of HiGHS as a mixed-integer programme. */
export async function solveWithHighs(instance: PlacingInstance, seconds: number): Promise<Solved> {
  const compiled = compile(instance);
  const highs = await highsLoader();
  const began = performance.now();
  const solution = highs.solve(programme(compiled), {
    time_limit: seconds,
    mip_rel_gap: 0,
    output_flag: false,
  });
  const columns = solution.Columns as Record<string, { Primal?: number }>;
  const at = compiled.movables.map(({ candidates }, index): Candidate | null => {
    const number = candidates.findIndex((_, one) => (columns[nameOf(index, one)]?.Primal ?? 0) > 0.5);
    return candidates[number] ?? null;
  });
  const cost = costOf(compiled, at);
  const placed = compiled.movables.flatMap(({ session }, index) => {
    const candidate = at[index];
    return candidate ? [{ id: session.id, ...positionOf(compiled, candidate) }] : [];
  });
  return {
    status: solution.Status,
    cost: cost.total,
    unplaced: cost.unplaced / weights.unplaced,
    conflicts: conflictsOfPlacing(instance, { placed, unplaced: [], cost }).length,
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

const nameOf = (index: number, candidate: number) => `x${index}_${candidate}`;

/** In the LP format of CPLEX, which HiGHS reads. */
function programme(compiled: Compiled): string {
  const { movables, times, rooms, hosts, perTime } = compiled;
  const objective: string[] = [];
  const rows: string[] = [];
  const binaries: string[] = [];
  const atMost = (terms: string[], limit: number, slack = "") => {
    if (terms.length > limit) rows.push(`${sum(terms)}${slack && ` - ${slack}`} <= ${limit}`);
  };
  const all = movables.flatMap(({ host, popular, candidates }, index) =>
    candidates.map((candidate, number) => ({
      ...candidate,
      host,
      popular,
      index,
      name: nameOf(index, number),
    })),
  );
  type Term = (typeof all)[number];
  const names = (terms: Term[]) => terms.map(({ name }) => name);
  for (const { name, cost } of all) {
    objective.push(`${cost} ${name}`);
    binaries.push(name);
  }
  for (const index of movables.keys()) {
    objective.push(`${weights.unplaced} u${index}`);
    rows.push(`${sum([...names(all.filter((one) => one.index === index)), `u${index}`])} = 1`);
  }
  const during = (time: number) => all.filter((one) => one.time <= time && time < one.until);
  for (let time = 0; time < times; time += 1) {
    const now = during(time);
    for (let room = 0; room < rooms; room += 1) atMost(names(now.filter((one) => one.room === room)), 1);
    const popular = names(now.filter((one) => one.popular));
    if (popular.length > 1) {
      objective.push(`${weights.popular * perTime} p${time}`);
      atMost(popular, 1, `p${time}`);
    }
    for (let host = 0; host < hosts; host += 1) {
      objective.push(`${weights.hostTimes * perTime} t${host}_${time}`);
      atMost(names(now.filter((one) => one.host === host)), compiled.fairTime[host]!, `t${host}_${time}`);
    }
  }
  for (let host = 0; host < hosts; host += 1) {
    for (let room = 0; room < rooms; room += 1) {
      objective.push(`${weights.hostRooms} r${host}_${room}`);
      const own = all.filter((one) => one.host === host && one.room === room);
      atMost(names(own), compiled.fairRoom[host]!, `r${host}_${room}`);
    }
  }
  for (const terms of speakers(compiled, all)) atMost(names(terms), 1);
  return [
    "Minimize",
    lines(sum(objective)),
    "Subject To",
    ...rows.map((row, index) => `c${index}: ${lines(row)}`),
    "Binary",
    lines(binaries.join(" ")),
    "End",
  ].join("\n");
}

/** Of each speaker at most one at a time, nor at one time here and too soon after in another building. */
function speakers<T extends Candidate & { index: number }>(compiled: Compiled, all: T[]): T[][] {
  const { movables, instance, ways, rooms, times } = compiled;
  const bySpeaker = new Map<string, Set<number>>();
  for (const [index, { session }] of movables.entries())
    for (const key of session.speakers) bySpeaker.set(key, (bySpeaker.get(key) ?? new Set()).add(index));
  const venues = [...new Set(instance.rooms.map(({ venueId }) => venueId))];
  const inVenue = (one: T, venue: string) => instance.rooms[one.room]!.venueId === venue;
  return [...bySpeaker.values()]
    .filter(({ size }) => size > 1)
    .flatMap((own) => {
      const given = all.filter(({ index }) => own.has(index));
      const found: T[][] = [];
      for (let time = 0; time < times; time += 1) {
        found.push(given.filter((one) => one.time <= time && time < one.until));
        for (let next = time + 1; next < times; next += 1) {
          for (const [venue, other] of venues.flatMap((a) => venues.map((b) => [a, b] as const))) {
            if (venue === other) continue;
            const first = given.filter((one) => one.time === time && inVenue(one, venue));
            const second = given.filter((one) => one.time === next && inVenue(one, other));
            const [a, b] = [first[0], second[0]];
            if (!a || !b) continue;
            const end = instance.starts[time]! + movables[a.index]!.session.durationMinutes;
            const there = instance.starts[next]! - end;
            if (there >= 0 && there < ways[a.room * rooms + b.room]!) found.push([...first, ...second]);
          }
        }
      }
      return found;
    });
}

const sum = (terms: string[]) => terms.join(" + ");

/** Lines of the format end somewhere before 560 characters. */
const lines = (text: string) => text.replace(/(.{400,500}?) (?=[+<=]|x)/g, "$1\n ");

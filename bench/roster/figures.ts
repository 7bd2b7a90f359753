import { dayOf, type Life, membersOf, type World } from "#tests/support/roster-world.ts";
import type { PlannedTurn } from "~/lectures/plan.ts";
import { isPresent } from "~/lectures/presence.ts";

/** Members who stayed for less are left out: there is little to be fair about. */
const shortestStay = 26;

export interface Outcome {
  /** The largest |talks given − talks entitled to| of a member, at leaving or at the end. */
  deviation: number;
  /** Of talks given for each talk a member was entitled to. */
  gini: number;
  /** The most weeks present between two talks, or before the first or after the last, of any member. */
  longestWait: number;
  /** Weeks between one talk and the next of the same member: the mean, and the least. */
  meanSpacing: number;
  leastSpacing: number;
  cancelled: number;
}

/** What three years gave to each member, against 1/n of every talk held while they were there. */
export function outcomeOf({ lives, weeks }: World, turns: readonly PlannedTurn[]): Outcome {
  const past = turns.slice(0, weeks);
  const stays = lives.map((life, index) => stayOf(life, `m${index}`, past, weeks));
  const long = stays.filter(({ length }) => length >= shortestStay);
  const spacings = stays.flatMap(({ spacings }) => spacings);
  return {
    deviation: Math.max(...long.map(({ given, entitled }) => Math.abs(given - entitled))),
    gini: giniOf(long.map(({ given, entitled }) => given / entitled)),
    longestWait: Math.max(...long.map(({ longestWait }) => longestWait)),
    meanSpacing: spacings.reduce((sum, one) => sum + one, 0) / spacings.length,
    leastSpacing: Math.min(...spacings),
    cancelled: past.filter(({ status }) => status === "cancelled").length,
  };
}

function stayOf(life: Life, id: string, turns: readonly PlannedTurn[], weeks: number) {
  const until = life.leaves ?? weeks;
  const [member] = membersOf([life]);
  let [entitled, given, wait, longestWait, last] = [0, 0, 0, 0, -1];
  const spacings: number[] = [];
  for (const [week, turn] of turns.slice(0, until).entries()) {
    if (turn.status !== "held") continue;
    const earned = turn.present?.some(({ memberId }) => memberId === id) ?? false;
    if (earned) entitled += 1 / turn.present!.length;
    if (turn.memberId === id) {
      given += 1;
      wait = 0;
      if (last >= 0) spacings.push(week - last);
      last = week;
    } else if (isPresent(member!, dayOf(week))) {
      wait += 1;
      longestWait = Math.max(longestWait, wait);
    }
  }
  return { length: until - life.joins, entitled, given, longestWait, spacings };
}

/** 0 when all have the same, near 1 when one has everything. */
export function giniOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const ranked = sorted.reduce((sum, value, index) => sum + (2 * (index + 1) - sorted.length - 1) * value, 0);
  return ranked / (sorted.length * total);
}

/** Medians over the seeds, and of the deviation the worst of all. */
export function summaryOf(outcomes: readonly Outcome[]) {
  const median = (key: keyof Outcome) => round(medianOf(outcomes.map((one) => one[key])));
  return {
    worstDeviation: round(Math.max(...outcomes.map(({ deviation }) => deviation))),
    deviation: median("deviation"),
    seedsBelow1: outcomes.filter(({ deviation }) => deviation < 1).length,
    gini: median("gini"),
    longestWait: median("longestWait"),
    meanSpacing: median("meanSpacing"),
    leastSpacing: median("leastSpacing"),
    cancelled: outcomes.reduce((sum, { cancelled }) => sum + cancelled, 0),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}

export const round = (value: number) => Math.round(value * 1000) / 1000;

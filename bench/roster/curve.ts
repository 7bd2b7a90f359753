import { type Ask, turnsOf } from "#tests/support/roster-world.ts";
import { allRules, type Rules } from "~/lectures/choose.ts";
import { fraction } from "~/lectures/fraction.ts";
import { decideOffers } from "~/lectures/offer.ts";
import { outcomeOf, summaryOf } from "./figures.ts";
import { worldOf } from "./world.ts";

const never = fraction(1_000_000);

/** The product's rules with one of them changed. */
const points: Record<string, Partial<Rules>> = {
  "as it is: gap n/2, rest until 3/4": {},
  "no gap": { gap: 0 },
  "gap n/4": { gap: 1 / 4 },
  "gap 3n/4": { gap: 3 / 4 },
  "gap n": { gap: 1 },
  "no rest after a decline": { overdue: fraction(-1_000_000) },
  "rest until 1/2": { overdue: fraction(1, 2) },
  "rest whatever is due": { overdue: never },
  "organisations not looked at": { neighbours: false },
};

/** What each part of the rule costs in fairness and gives in rest, on some of the same worlds. */
export function curveOf(seeds: readonly number[], size: number) {
  const worlds = seeds.map((seed) => worldOf(seed, size));
  return Object.fromEntries(
    Object.entries(points).map(([name, changed]) => {
      const ask = askingBy({ ...allRules, ...changed });
      return [name, summaryOf(worlds.map((world) => outcomeOf(world, turnsOf({ ...world, ask }))))];
    }),
  );
}

function askingBy(rules: Rules): Ask {
  return (facts, isDue) =>
    decideOffers(facts, isDue, rules).map(({ turnId, choice }) => ({ turnId, memberId: choice.memberId }));
}

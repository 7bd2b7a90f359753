import { type Explanation, explain, type Reason, type Relaxed } from "./explain.ts";
import { compare, type Fraction, fraction } from "./fraction.ts";
import { preferOtherOrganisation } from "./neighbours.ts";
import { criteriaOf, decide, nothing, owed, type TurnToFill } from "./rank.ts";

/** What the product does beside the bare ledger; other values only to show what each part costs. */
export interface Rules {
  /** Turns that a speaker is left alone before and after, as a part of those present. */
  gap: number;
  neighbours: boolean;
  /** As much of a talk to come ends the rest after a decline. */
  overdue: Fraction;
}

export const allRules: Rules = { gap: 1 / 2, neighbours: true, overdue: fraction(3, 4) };

export interface Choice {
  memberId: string;
  explanation: Explanation;
}

/**
 * Who speaks: the highest balance among those who may; ties go to who spoke longest ago, joined first, wins the lot.
 * Null when every member present has declined this turn or holds another offer.
 */
export function chooseSpeaker(turn: TurnToFill, rules: Rules = allRules): Choice | null {
  const { candidates, relaxed } = findCandidates(turn, rules);
  const criteria = criteriaOf(turn);
  const ranked = candidates.toSorted((a, b) => decide(criteria, a, b).order);
  const [first, second] = ranked;
  if (!first) return null;
  const other = rules.neighbours ? preferOtherOrganisation(turn, ranked) : undefined;
  const tieBreak: Reason = second ? decide(criteria, first, second).reason : "only-one";
  const chosen = other ?? first;
  return {
    memberId: chosen.id,
    explanation: explain({
      ...chosen,
      reason: other ? "other-organisation" : tieBreak,
      relaxed: relaxed ?? (chosen.cooling ? "overdue" : null),
      present: turn.contenders.length,
      candidates: candidates.length,
      organisation:
        turn.mode === "per-organisation"
          ? (turn.organisations.get(chosen.organisationId) ?? nothing).account
          : null,
    }),
  };
}

/**
 * Those who have not declined, hold no other offer, are out of cooldown or have three quarters of a talk to come, and
 * do not speak within ⌊n/2⌋ turns. Where that leaves nobody the distance gives way, one turn at a time, and the
 * cooldown after it. Where organisations take
 * turns the ledger within each spaces its members: a distance on top would make those who are often there pay for
 * those who are not.
 */
function findCandidates({ contenders, mode }: TurnToFill, rules: Rules) {
  const free = contenders.filter((one) => !one.declined && !one.hasOffer);
  const rested = free.filter((one) => !one.cooling || compare(owed(one), rules.overdue) >= 0);
  const pool = rested.length > 0 ? rested : free;
  const widest = mode === "per-head" ? Math.floor(contenders.length * rules.gap) : 0;
  let gap = widest;
  let candidates = pool.filter((one) => one.distance > gap);
  while (candidates.length === 0 && gap > 0) {
    gap -= 1;
    candidates = pool.filter((one) => one.distance > gap);
  }
  const relaxed: Relaxed = rested.length === 0 ? "cooldown" : gap < widest ? "gap" : null;
  return { candidates, relaxed };
}

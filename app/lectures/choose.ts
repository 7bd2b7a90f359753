import { type Explanation, explain, type Reason, type Relaxed } from "./explain.ts";
import { preferOtherOrganisation } from "./neighbours.ts";
import { criteriaOf, decide, nothing, type TurnToFill } from "./rank.ts";

/** Switched off only to show what the bare ledger guarantees. */
export interface Rules {
  gap: boolean;
  neighbours: boolean;
}

export const allRules: Rules = { gap: true, neighbours: true };

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
  return {
    memberId: (other ?? first).id,
    explanation: explain({
      ...(other ?? first),
      reason: other ? "other-organisation" : tieBreak,
      relaxed,
      present: turn.contenders.length,
      candidates: candidates.length,
      organisation:
        turn.mode === "per-organisation"
          ? (turn.organisations.get((other ?? first).organisationId) ?? nothing).account
          : null,
    }),
  };
}

/**
 * Those who have not declined, hold no other offer, are out of cooldown and do not speak within ⌊n/2⌋ turns. Where
 * that leaves nobody the distance gives way, one turn at a time, and the cooldown after it. Where organisations take
 * turns the ledger within each spaces its members: a distance on top would make those who are often there pay for
 * those who are not.
 */
function findCandidates({ contenders, mode }: TurnToFill, rules: Rules) {
  const free = contenders.filter((one) => !one.declined && !one.hasOffer);
  const rested = free.filter((one) => !one.cooling);
  const pool = rested.length > 0 ? rested : free;
  const widest = rules.gap && mode === "per-head" ? Math.floor(contenders.length / 2) : 0;
  let gap = widest;
  let candidates = pool.filter((one) => one.distance > gap);
  while (candidates.length === 0 && gap > 0) {
    gap -= 1;
    candidates = pool.filter((one) => one.distance > gap);
  }
  const relaxed: Relaxed = rested.length === 0 ? "cooldown" : gap < widest ? "gap" : null;
  return { candidates, relaxed };
}

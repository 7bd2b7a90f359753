import { type Ballot, notWished } from "./ballot.ts";
import { Coupled } from "./coupled.ts";
import { isBetter, type Score } from "./score.ts";

interface CoupledOptions {
  /** The best there could be if slots did not depend on each other. */
  bound: Score;
  timeIsUp: () => boolean;
}

/** As in `solveApart` for slots that depend on each other, by search: close to the best, and not proven. */
export function solveCoupled(ballot: Ballot, { bound, timeIsUp }: CoupledOptions): Coupled {
  const search = (worstRank: number) => new Coupled(ballot, worstRank).search(timeIsUp);
  let best = search(notWished - 1);
  if (best.score.without > bound.without && !timeIsUp()) {
    const all = search(notWished);
    if (isBetter(all.score, best.score) < 0) best = all;
  }
  for (;;) {
    const { score } = best;
    if (score.worstRank <= Math.max(1, bound.worstRank) || timeIsUp()) return best;
    const lower = search(score.worstRank - 1);
    if (isBetter(lower.score, score) >= 0) return best;
    best = lower;
  }
}

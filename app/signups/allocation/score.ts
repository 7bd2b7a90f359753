import { costOfNothing } from "./ballot.ts";
import type { Net } from "./net.ts";

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

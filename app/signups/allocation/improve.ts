import highsLoader from "highs";
import { allocate } from "./allocate.ts";
import type { AllocateOptions, AllocationResult, BallotInputs } from "./allocation.ts";
import { type Ballot, compileBallot } from "./ballot.ts";
import { polish, scoreOfSeating } from "./polish.ts";
import { costOfNothing, programmeOf } from "./programme.ts";
import { isBetter } from "./score.ts";
import { seatingOf, seatsOf } from "./seating.ts";
import type { Seating } from "./turns.ts";

/** Larger ballots would not be through within the time. */
const mostColumns = 120_000;

/**
 * As `allocate`, and where that is not exact HiGHS looks for something better in the time that is left: the best of
 * both, with what the best could still gain. The same for the same inputs and seed unless it was cut short.
 */
export async function allocateThoroughly(
  inputs: BallotInputs,
  options: AllocateOptions & { timeLimitMs: number; clock: () => number },
): Promise<AllocationResult> {
  const began = options.clock();
  const found = allocate(inputs, options);
  if (options.mode === "turns" || found.exact || found.cutShort) return found;
  const ballot = compileBallot(inputs, found.lottery);
  const seating = seatingOf(ballot, found.seats);
  const seconds = (options.timeLimitMs - (options.clock() - began)) / 1000;
  const asked = await askHighs(ballot, seating, seconds);
  if (!asked) return found;
  const value = scoreOfSeating(ballot, seating);
  const better = asked.seating && polish(ballot, asked.seating, value.worstRank);
  const isUsed = better && isBetter(scoreOfSeating(ballot, better), value) < 0;
  const best = scoreOfSeating(ballot, isUsed ? better : seating);
  const possible = (asked.bound - best.without * costOfNothing) / Math.max(1, best.squares);
  return {
    ...found,
    seats: isUsed ? seatsOf(ballot, better) : found.seats,
    gap: Math.min(1, Math.max(0, 1 - possible)),
    cutShort: !asked.finished,
  };
}

interface Answer {
  seating: Seating | null;
  /** No allocation within the worst rank costs less. */
  bound: number;
  finished: boolean;
}

async function askHighs(ballot: Ballot, seating: Seating, seconds: number): Promise<Answer | null> {
  const { worstRank } = scoreOfSeating(ballot, seating);
  const { data, meaning } = programmeOf(ballot, [...ballot.slots.keys()], worstRank);
  if (data.numCols > mostColumns || seconds < 1) return null;
  const highs = await highsLoader();
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 });
    model.run();
    const finished = model.getModelStatus() === optimal;
    const bound = Number(model.info.get("mip_dual_bound"));
    const isPossible = model.info.get("primal_solution_status") === feasible;
    const values = model.getSolution().colValue;
    const found = ballot.slots.map(() => new Int32Array(ballot.people.length).fill(-1));
    for (const [column, means] of meaning.entries()) {
      if (!means || means.session < 0 || (values[column] ?? 0) < 0.5) continue;
      found[ballot.slotOf[means.session]!]![means.person] = means.session;
    }
    return { seating: isPossible ? found : null, bound: Math.ceil(bound - 1e-6), finished };
  });
}

// As HiGHS numbers them.
const optimal = 7;
const feasible = 2;

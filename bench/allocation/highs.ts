import highsLoader, { type Highs, type ModelData } from "highs";
import type { BallotInputs } from "~/signups/allocation/allocation.ts";
import { compileBallot, notWished } from "~/signups/allocation/ballot.ts";
import { programmeOf } from "~/signups/allocation/programme.ts";
import { cpuSeconds } from "./cpu.ts";

export interface Solved {
  status: string;
  objective: number;
  bound: number;
  /** From a compiled ballot to the answer: building the model and solving it. */
  seconds: number;
  columns: number;
}

/**
 * The same question asked of HiGHS. Where slots stand alone, slot by slot as a linear programme, whose vertices are
 * whole numbers: with all wishes, and without the worst rank, to show that it is needed; a third one that gives the
 * least squares within the worst rank of all slots is not counted. Where they do not, once as an integer programme that
 * is told the worst rank our search arrived at. It draws no lottery, and compiling the ballot is not counted.
 */
export async function askHighs(
  inputs: BallotInputs,
  { worstRank, seconds, solver = "choose" }: { worstRank: number; seconds: number; solver?: string },
): Promise<Solved> {
  const highs = await highsLoader();
  const ballot = compileBallot(
    inputs,
    inputs.people.map(({ id }) => id),
  );
  const parts = ballot.hasExclusions
    ? [ballot.slots.map((_, slot) => slot)]
    : ballot.slots.map((_, slot) => [slot]);
  const ask = (slots: number[], rank: number) => {
    const began = cpuSeconds();
    const { data } = programmeOf(ballot, slots, rank);
    const building = cpuSeconds() - began;
    const solved = solve(highs, data, { seconds, solver });
    return { ...solved, seconds: solved.seconds + building };
  };
  const solved = parts.map((slots) => {
    if (ballot.hasExclusions) return ask(slots, worstRank);
    const all = ask(slots, Math.max(worstRank, notWished - 1));
    const lower = ask(slots, worstRank - 1);
    const within = ask(slots, worstRank);
    return { ...within, seconds: all.seconds + lower.seconds };
  });
  const sum = (key: "objective" | "bound" | "seconds" | "columns") =>
    solved.reduce((total, one) => total + one[key], 0);
  return {
    status: solved.every(({ status }) => status === "optimal") ? "optimal" : "not proven",
    ...{ objective: sum("objective"), bound: sum("bound"), seconds: sum("seconds"), columns: sum("columns") },
  };
}

function solve(
  highs: Highs,
  data: ModelData,
  { seconds, solver }: { seconds: number; solver: string },
): Solved {
  const began = cpuSeconds();
  const model = highs.createModel(data);
  model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, solver });
  model.run();
  const took = cpuSeconds() - began;
  const objective = model.getObjectiveValue();
  const whole = data.integrality !== undefined;
  const status = model.getModelStatus() === 7 ? "optimal" : "not proven";
  const bound = whole ? Number(model.info.get("mip_dual_bound")) : objective;
  model.dispose();
  return { status, objective, bound, seconds: took, columns: data.colCost.length };
}

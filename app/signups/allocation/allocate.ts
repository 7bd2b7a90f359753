import type { AllocateOptions, AllocationResult, BallotInputs } from "./allocation.ts";
import { drawAll, scoreOf, seatingOf, solveApart } from "./apart.ts";
import { type Ballot, compileBallot } from "./ballot.ts";
import { drawLottery } from "./lottery.ts";
import { polish, scoreOfSeating } from "./polish.ts";
import { isBetter } from "./score.ts";
import { seatsOf } from "./seating.ts";
import { solveCoupled } from "./solve-coupled.ts";
import { solveJoint } from "./solve-joint.ts";
import { isBlocked, type Seating, takeTurns } from "./turns.ts";

/** Who gets which seat. The same for the same inputs and seed, in whatever order they come, unless time runs out. */
export function allocate(inputs: BallotInputs, options: AllocateOptions): AllocationResult {
  const lottery = drawLottery(inputs.people, options.seed);
  const ballot = compileBallot(inputs, lottery);
  const { seating, ...proof } = options.mode === "turns" ? turns(ballot) : together(ballot, options);
  return { mode: options.mode, seats: seatsOf(ballot, seating), lottery, ...proof };
}

const fewPeople = 200;

interface Found extends Pick<AllocationResult, "exact" | "gap" | "cutShort"> {
  seating: Seating;
}

const turns = (ballot: Ballot): Found => ({
  seating: takeTurns(ballot),
  ...{ exact: false, gap: 1, cutShort: false },
});

function together(ballot: Ballot, { timeLimitMs, clock }: AllocateOptions): Found {
  const began = clock?.() ?? 0;
  let cutShort = false;
  const timeIsUp = () => {
    if (timeLimitMs === undefined || !clock || clock() - began < timeLimitMs) return false;
    cutShort = true;
    return true;
  };
  const apart = solveApart(ballot);
  const alone = ballot.blocks.every((blocks) => blocks.length === 0);
  if (alone && isPossible(ballot, seatingOf(apart))) {
    const seating = drawAll(ballot, apart);
    if (isPossible(ballot, seating)) return { seating, exact: true, gap: 0, cutShort };
  }
  const bound = scoreOf(apart);
  const found = alone ? [solveCoupled(ballot, { bound, timeIsUp }).polish()] : [];
  // Moving people one by one is the only way with parties, and sometimes the better one while they are few.
  if (!alone || ballot.people.length <= fewPeople) {
    const joint = solveJoint(ballot, { bound, timeIsUp });
    found.push(polish(ballot, joint.seating, Math.max(1, joint.score.worstRank)));
  }
  const [seating] = found.sort((a, b) => isBetter(scoreOfSeating(ballot, a), scoreOfSeating(ballot, b)));
  if (!seating) throw new Error("nothing was searched");
  const score = scoreOfSeating(ballot, seating);
  const gap = score.without > bound.without ? 1 : 1 - bound.squares / Math.max(1, score.squares);
  return { seating, exact: false, gap, cutShort };
}

/** Whether nobody has two seats that shut each other out. */
function isPossible(ballot: Ballot, seating: Seating): boolean {
  if (!ballot.hasExclusions) return true;
  return seating.every((seats) =>
    seats.every((session, person) => session < 0 || !isBlocked(ballot, seating, person, session)),
  );
}

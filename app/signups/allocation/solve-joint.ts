import { type Ballot, notWished } from "./ballot.ts";
import { Joint } from "./joint.ts";
import { isBetter, type Score } from "./score.ts";

export interface JointOptions {
  /** The best there could be if slots did not depend on each other. */
  bound: Score;
  timeIsUp: () => boolean;
  /** How often to go through everybody again; by itself as often as the size allows. */
  passes?: number;
}

type Effort = Required<Omit<JointOptions, "bound">>;

/** Again gains little, and less the more people there are. */
const passesFor = ({ people }: Ballot) => Math.min(3, Math.floor(1500 / people.length));

/** As in `solveApart`, by search: close to the best, and not proven. */
export function solveJoint(ballot: Ballot, options: JointOptions): Joint {
  const { bound, timeIsUp, passes = passesFor(ballot) } = options;
  const units = unitsOf(ballot);
  const search = (worstRank: number) => {
    const joint = new Joint(ballot, worstRank);
    for (const members of units) joint.replace(members);
    improve(joint, units, { timeIsUp, passes });
    return joint;
  };
  let best = search(notWished - 1);
  if (best.score.without > bound.without && !timeIsUp()) {
    const all = search(notWished);
    if (isBetter(all.score, best.score) < 0) best = all;
  }
  lowerWorstRank(best, units, { bound, timeIsUp, passes });
  return best;
}

/** Those whose seats belong together. */
function unitsOf({ people, requests, blocks }: Ballot): number[][] {
  const together = new Set(blocks.flat(2));
  const parties = new Map<string, number[]>();
  for (const person of together) {
    const party = people[person]!.party!;
    parties.set(
      party,
      [...(parties.get(party) ?? []), person].sort((a, b) => a - b),
    );
  }
  const alone = [...people.keys()].filter(
    (person) => !together.has(person) && requests[person]!.some(Boolean),
  );
  return [...parties.values(), ...alone.map((person) => [person])];
}

/** Again and again through everybody, until that gains next to nothing; ends with the best that was met. */
function improve(joint: Joint, units: number[][], { timeIsUp, passes }: Effort): void {
  let best = { score: joint.score, states: joint.state() };
  const worstRank = joint.nets[0]?.worstRank ?? notWished;
  for (let pass = 0; pass < passes && !timeIsUp(); pass += 1) {
    for (const members of units) {
      if (members.length === 1 && joint.isContent(members[0]!)) continue;
      joint.replace(members);
      if (timeIsUp()) break;
    }
    const { score } = joint;
    const before = best.score;
    if (isBetter(score, before) < 0) best = { score, states: joint.state() };
    if (score.without >= before.without && score.squares > before.squares * 0.9998) break;
  }
  joint.restore(best.states, worstRank);
}

function lowerWorstRank(
  joint: Joint,
  units: number[][],
  options: Effort & Pick<JointOptions, "bound">,
): void {
  for (;;) {
    const { score } = joint;
    const states = joint.state();
    const lowest = Math.max(1, options.bound.worstRank);
    const tried = score.worstRank > lowest && !options.timeIsUp() && joint.forbid(score.worstRank, units);
    if (tried) improve(joint, units, { ...options, passes: Math.min(1, options.passes) });
    if (tried && isBetter(joint.score, score) < 0) continue;
    joint.restore(states, Math.max(1, score.worstRank));
    return;
  }
}

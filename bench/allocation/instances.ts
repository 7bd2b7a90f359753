import { seededDice } from "#db/demo/dice.ts";
import type { BallotInputs, BallotPerson, BallotSession } from "~/signups/allocation/allocation.ts";

export interface Size {
  people: number;
  /** Sessions at the same time. */
  sessions: number;
  slots: number;
  /** Every workshop is given in two of the four slots and nobody may go twice; otherwise each is given once. */
  repeated: boolean;
  seed: number;
}

const seatsPerPerson = 1.05;
const ranked = 8;
const hosts = ["a", "b", "c", "d", "e"];
const hour = 3_600_000;

/**
 * Popularity by Zipf's law, rooms from half to one and a half times the mean, a quarter of the seats kept for five
 * hosts, every fifth person in a slot rather free than anywhere, every tenth with a veto.
 */
export function instanceOf({ people, sessions: perSlot, slots, repeated, seed }: Size): BallotInputs {
  const dice = seededDice(seed);
  const program = repeated
    ? givenTwice(perSlot)
    : range(slots).map((slot) => range(perSlot).map((one) => slot * perSlot + one));
  const workshops = Math.max(...program.flat()) + 1;
  const sizes = range(workshops).map(() => 0.5 + dice());
  const sessions = program.flatMap((given, slot) => {
    const whole = given.reduce((sum, workshop) => sum + sizes[workshop]!, 0);
    return given.map((workshop): BallotSession => {
      const capacity = Math.ceil((sizes[workshop]! / whole) * people * seatsPerPerson);
      const kept = Math.floor(capacity / 20);
      return {
        ...{ id: `${slot}-${workshop}`, slot: `${slot}`, capacity },
        ...{ startsAt: slot * hour, endsAt: (slot + 1) * hour },
        workshop: repeated ? `workshop-${workshop}` : null,
        guarantees: Object.fromEntries(hosts.map((host) => [host, kept])),
      };
    });
  });
  const popularity = new Array<number>(workshops).fill(0);
  for (const given of repeated ? [range(workshops)] : program) {
    for (const [place, workshop] of shuffle([...given], dice).entries())
      popularity[workshop] = -Math.log(place + 1);
  }
  const persons = range(people).map((index): BallotPerson => {
    // Gumbel noise makes the order a draw without replacement by popularity.
    const likes = popularity.map((liked) => liked - Math.log(-Math.log(dice() || 1e-12)));
    const wishes = program.flatMap((given, slot) => {
      const best = [...given].sort((a, b) => likes[b]! - likes[a]!).slice(0, ranked);
      return best.map((workshop, rank): [string, number] => [`${slot}-${workshop}`, rank + 1]);
    });
    const vetoed = sessions[Math.floor(dice() * sessions.length)]!.id;
    return {
      ...{ id: `person-${index}`, organisation: hosts[Math.floor(dice() * 6)] ?? null, party: null },
      wishes: Object.fromEntries(wishes),
      vetoes: dice() < 0.1 ? [vetoed] : [],
      ratherFree: range(slots).flatMap((slot) => (dice() < 0.2 ? [`${slot}`] : [])),
      busy: [],
    };
  });
  return { sessions, people: persons };
}

/** Each workshop in two of four slots, every pair of slots as often as any other. */
function givenTwice(perSlot: number): number[][] {
  const pairs = [
    [0, 1],
    [2, 3],
    [0, 2],
    [1, 3],
    [0, 3],
    [1, 2],
  ];
  return range(4).map((slot) => range(perSlot * 2).filter((workshop) => pairs[workshop % 6]!.includes(slot)));
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

function shuffle(items: number[], dice: () => number): number[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(dice() * (index + 1));
    [items[index], items[other]] = [items[other]!, items[index]!];
  }
  return items;
}

import { createHash } from "node:crypto";
import type { BallotPerson } from "./allocation.ts";

/**
 * The ids of people in the order of the lottery: by SHA-256 of "seed:id", where those of a party share the lot of their party.
 * Anyone can draw it again.
 */
export function drawLottery(people: readonly BallotPerson[], seed: string): string[] {
  const lot = (id: string) => createHash("sha256").update(`${seed}:${id}`).digest("hex");
  return people
    .map((person) => ({ person, first: lot(person.party ?? person.id), second: lot(person.id) }))
    .sort((a, b) => compareText(a.first, b.first) || compareText(a.second, b.second))
    .map(({ person }) => person.id);
}

/** By code units, so that it is the same on every machine. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

import { Board } from "./board.ts";
import type { Candidate, Compiled } from "./compile.ts";
import { dice } from "./dice.ts";

export interface SearchOptions {
  seed: number;
  /** How many steps are tried; the same for the same seed, so that the result is. */
  steps: number;
  /** How much of the time is used up, from 0 to 1; at 1 the search ends with the best so far. */
  timeUsed?: () => number;
}

/** A step of the search takes at most so many others out of the way. */
const mostInTheWay = 2;
const hottest = 120;
const coldest = 0.8;

/**
 * Simulated annealing (Kirkpatrick 1983) with ejection: what stands in the way trades its place or waits its turn.
 * Never has the board a hard conflict; what finds no place is left out and costs more than everything else together.
 */
export function search(
  compiled: Compiled,
  { seed, steps, timeUsed = () => 0 }: SearchOptions,
): (Candidate | null)[] {
  const throwDice = dice(seed);
  const below = (count: number) => Math.floor(throwDice() * count);
  const board = new Board(compiled);
  const able = compiled.movables.flatMap(({ candidates }, index) => (candidates.length > 0 ? [index] : []));
  if (able.length === 0) return board.at;
  construct(board, able, below);
  let best = { cost: board.cost, at: [...board.at] };
  const waiting = () => able.filter((index) => board.at[index] === null);
  let left = waiting();
  let heat = hottest;
  for (let step = 0; step < steps; step += 1) {
    if (step % 2048 === 0) {
      const progress = Math.max(step / steps, timeUsed());
      if (progress >= 1) break;
      heat = hottest * (coldest / hottest) ** progress;
    }
    const urgent = left.length > 0 && throwDice() < 0.3;
    const index = urgent ? left[below(left.length)]! : able[below(able.length)]!;
    const { candidates } = compiled.movables[index]!;
    const target = candidates[below(candidates.length)]!;
    if (!tryMove(board, index, target, { heat, throwDice })) continue;
    if (left.length > 0 || urgent) left = waiting();
    if (board.cost < best.cost - 1e-9) best = { cost: board.cost, at: [...board.at] };
  }
  return best.at;
}

/** The hardest to place first, each where it costs least. */
function construct(board: Board, able: number[], below: (count: number) => number): void {
  const { movables } = board.compiled;
  const hardest = [...able].sort((a, b) => movables[a]!.candidates.length - movables[b]!.candidates.length);
  for (const index of hardest) {
    const free = movables[index]!.candidates.filter(
      (candidate) => board.inTheWay(index, candidate, 0) !== null,
    );
    let found: Candidate | null = null;
    let least = Number.POSITIVE_INFINITY;
    const offset = below(Math.max(1, free.length));
    for (let number = 0; number < free.length; number += 1) {
      const candidate = free[(number + offset) % free.length]!;
      const before = board.cost;
      board.put(index, candidate);
      if (board.cost - before < least) {
        least = board.cost - before;
        found = candidate;
      }
      board.take(index);
    }
    if (found) board.put(index, found);
  }
}

interface Mood {
  heat: number;
  throwDice: () => number;
}

/** Moves a session, trades places with what is in the way or sends it waiting; undone when it is not worth it. */
function tryMove(board: Board, index: number, target: Candidate, { heat, throwDice }: Mood): boolean {
  const old = board.at[index] ?? null;
  if (old === target) return false;
  const blockers = board.inTheWay(index, target, mostInTheWay);
  if (blockers === null) return false;
  if (old !== null && blockers.length > 1) return false;
  const before = board.cost;
  board.take(index);
  const were = blockers.map((blocker) => [blocker, board.take(blocker)] as const);
  board.put(index, target);
  const moved: number[] = [];
  for (const [blocker] of were) {
    const free = placeFor(board, blocker, old, throwDice);
    if (!free) continue;
    board.put(blocker, free);
    moved.push(blocker);
  }
  const worse = board.cost - before;
  if (worse <= 0 || throwDice() < Math.exp(-worse / heat)) return true;
  for (const blocker of moved) board.take(blocker);
  board.take(index);
  if (old) board.put(index, old);
  for (const [blocker, there] of were) if (there) board.put(blocker, there);
  return false;
}

/** The place that became free if it suits, or one of a few others thrown. */
function placeFor(
  board: Board,
  index: number,
  vacated: Candidate | null,
  throwDice: () => number,
): Candidate | null {
  const { candidates } = board.compiled.movables[index]!;
  const same = vacated && candidates.find(({ time, room }) => time === vacated.time && room === vacated.room);
  if (same && board.inTheWay(index, same, 0)) return same;
  for (let tries = 0; tries < 6; tries += 1) {
    const candidate = candidates[Math.floor(throwDice() * candidates.length)]!;
    if (board.inTheWay(index, candidate, 0)) return candidate;
  }
  return null;
}

import { type Candidate, type Compiled, canFollow } from "./compile.ts";
import { weights } from "./weights.ts";

/** Where everything is at a moment of the search, with what it costs kept up with every step. */
export class Board {
  readonly at: (Candidate | null)[];
  cost: number;
  readonly #taken: Int32Array;
  readonly #popularAt: Int32Array;
  readonly #hostAt: Int32Array;
  readonly #hostIn: Int32Array;

  constructor(readonly compiled: Compiled) {
    this.at = compiled.movables.map(() => null);
    this.#taken = new Int32Array(compiled.rooms * compiled.times).fill(-1);
    this.#popularAt = compiled.popularAt.slice();
    this.#hostAt = compiled.hostAt.slice();
    this.#hostIn = compiled.hostIn.slice();
    this.cost = compiled.movables.length * weights.unplaced;
  }

  /** What would have to leave for a session to stand there; null for more than `most`. */
  inTheWay(index: number, candidate: Candidate, most: number): number[] | null {
    const { movables, times } = this.compiled;
    const found: number[] = [];
    const row = candidate.room * times;
    for (let time = candidate.time; time < candidate.until; time += 1) {
      const other = this.#taken[row + time]!;
      if (other < 0 || other === index || found.includes(other)) continue;
      if (found.length === most) return null;
      found.push(other);
    }
    const movable = movables[index]!;
    for (const other of movable.related) {
      const there = this.at[other];
      if (!there || found.includes(other)) continue;
      if (canFollow(this.compiled, movable, candidate, movables[other]!, there)) continue;
      if (found.length === most) return null;
      found.push(other);
    }
    return found;
  }

  put(index: number, candidate: Candidate): void {
    this.at[index] = candidate;
    this.cost += candidate.cost - weights.unplaced + this.#change(index, candidate, 1);
  }

  take(index: number): Candidate | null {
    const candidate = this.at[index] ?? null;
    if (!candidate) return null;
    this.at[index] = null;
    this.cost += weights.unplaced - candidate.cost + this.#change(index, candidate, -1);
    return candidate;
  }

  #change(index: number, { time: from, until, room }: Candidate, by: 1 | -1): number {
    const { movables, times, rooms, perTime, fairTime, fairRoom } = this.compiled;
    const { host, popular } = movables[index]!;
    let cost = 0;
    for (let time = from; time < until; time += 1) {
      this.#taken[room * times + time] = by === 1 ? index : -1;
      if (popular) cost += weights.popular * perTime * stepOver(this.#popularAt, time, 1, by);
      cost += weights.hostTimes * perTime * stepOver(this.#hostAt, host * times + time, fairTime[host]!, by);
    }
    return cost + weights.hostRooms * stepOver(this.#hostIn, host * rooms + room, fairRoom[host]!, by);
  }
}

/** Counts up or down and tells by how much that changes what is over the limit. */
function stepOver(counts: Int32Array, index: number, limit: number, by: 1 | -1): number {
  const before = counts[index]!;
  counts[index] = before + by;
  return Math.max(0, before + by - limit) - Math.max(0, before - limit);
}

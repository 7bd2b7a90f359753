import type { Candidate, Compiled } from "./compile.ts";
import type { Cost } from "./instance.ts";
import { fitOf, movedOf, weights } from "./weights.ts";

/** What a placing costs, counted afresh and part by part. */
export function costOf(compiled: Compiled, at: readonly (Candidate | null)[]): Cost {
  const { instance, movables, times, rooms, perTime } = compiled;
  const popularAt = compiled.popularAt.slice();
  const hostAt = compiled.hostAt.slice();
  const hostIn = compiled.hostIn.slice();
  const cost = { unplaced: 0, popular: 0, hostTimes: 0, hostRooms: 0, fit: 0, moved: 0 };
  for (const [index, { session, host, popular }] of movables.entries()) {
    const candidate = at[index];
    if (!candidate) {
      cost.unplaced += weights.unplaced;
      continue;
    }
    const room = instance.rooms[candidate.room]!;
    cost.fit += fitOf(session.people, room.capacity);
    cost.moved += movedOf(session, instance.starts[candidate.time]!, room.id);
    hostIn[host * rooms + candidate.room]! += 1;
    for (let time = candidate.time; time < candidate.until; time += 1) {
      if (popular) popularAt[time]! += 1;
      hostAt[host * times + time]! += 1;
    }
  }
  const over = (counts: Int32Array, limitOf: (index: number) => number, base: Int32Array) =>
    counts.reduce((sum, count, index) => {
      const limit = Math.max(limitOf(index), base[index]!);
      return sum + Math.max(0, count - limit);
    }, 0);
  cost.popular = weights.popular * perTime * over(popularAt, () => 1, compiled.popularAt);
  cost.hostTimes =
    weights.hostTimes *
    perTime *
    over(hostAt, (index) => compiled.fairTime[Math.floor(index / times)]!, compiled.hostAt);
  cost.hostRooms =
    weights.hostRooms *
    over(hostIn, (index) => compiled.fairRoom[Math.floor(index / rooms)]!, compiled.hostIn);
  return { ...cost, total: Object.values(cost).reduce((sum, part) => sum + part, 0) };
}

interface Stretch {
  startsAt: string;
  endsAt: string;
}

export interface Lanes {
  count: number;
  /** For each stretch the lanes it takes, `to` not included: as many to the right as are free for all its time. */
  lanes: { from: number; to: number }[];
}

/** Puts overlapping stretches of time side by side in as few lanes as will do, the earliest on the left. */
export function assignLanes(stretches: Stretch[]): Lanes {
  const times = stretches.map((stretch, index) => ({
    index,
    from: Date.parse(stretch.startsAt),
    until: Date.parse(stretch.endsAt),
  }));
  const ends: number[] = [];
  const lane: number[] = [];
  for (const { index, from, until } of [...times].sort((a, b) => a.from - b.from || b.until - a.until)) {
    const free = ends.findIndex((end) => end <= from);
    const chosen = free === -1 ? ends.length : free;
    ends[chosen] = until;
    lane[index] = chosen;
  }
  const count = Math.max(1, ends.length);
  const lanes = times.map(({ index, from, until }) => {
    const mine = lane[index] ?? 0;
    const right = times.filter(
      (other) => (lane[other.index] ?? 0) > mine && other.from < until && from < other.until,
    );
    return { from: mine, to: Math.min(count, ...right.map((other) => lane[other.index] ?? count)) };
  });
  return { count, lanes };
}

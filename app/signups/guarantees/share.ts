/**
 * Divides a whole number in proportion to weights, by largest remainders; what is equal is settled by order. Where
 * nobody has any weight everybody has the same.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const given = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const sum = given.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return [];
  const exact = given.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

export interface BulkWish {
  /** The same number for each host, or a part of the seats by how many people each has. */
  how: "each" | "share";
  /** Seats for each host. */
  seats: number;
  /** Of a session's seats, all hosts together. */
  percent: number;
  /** Leave alone what is not full. */
  onlyFull: boolean;
}

export interface BulkSession {
  id: string;
  /** Null: everybody fits, and nothing needs to be kept. */
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  kept: Readonly<Record<string, number>>;
}

export interface BulkPlan {
  changes: { sessionId: string; guarantees: { organisationId: string; seats: number }[] }[];
  /** It would keep more than there are seats there. */
  tooFew: string[];
}

/** What a wish for all sessions comes to in each of them; those that have it already are left out. */
export function planBulk(
  sessions: readonly BulkSession[],
  hosts: readonly { id: string; people: number }[],
  wish: BulkWish,
): BulkPlan {
  const plan: BulkPlan = { changes: [], tooFew: [] };
  for (const session of sessions) {
    const { id, capacity } = session;
    if (capacity === null) continue;
    if (wish.onlyFull && session.seatsTaken < capacity && session.waiting === 0) continue;
    const weights = hosts.map((host) => host.people);
    const seats =
      wish.how === "each"
        ? hosts.map(() => wish.seats)
        : shareOut(Math.floor((capacity * wish.percent) / 100), weights);
    if (seats.reduce((sum, one) => sum + one, 0) > capacity) {
      plan.tooFew.push(id);
      continue;
    }
    const guarantees = hosts.map((host, i) => ({ organisationId: host.id, seats: seats[i] ?? 0 }));
    if (guarantees.every((one) => (session.kept[one.organisationId] ?? 0) === one.seats)) continue;
    plan.changes.push({ sessionId: id, guarantees });
  }
  return plan;
}

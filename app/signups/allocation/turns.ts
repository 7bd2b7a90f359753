import { type Ballot, costOfRank, rankFor } from "./ballot.ts";

/** Who sits where, by slot and person; −1 for nowhere. */
export type Seating = Int32Array[];

export const emptySeating = ({ slots, people }: Ballot): Seating =>
  slots.map(() => new Int32Array(people.length).fill(-1));

/** Seats still free in one session, by the rule Σ max(taken, guarantee) ≤ capacity. */
export class Room {
  private readonly taken = new Map<string | null, number>();

  constructor(private readonly session: Ballot["sessions"][number]) {}

  /** Whether all of them fit, given their organisations. */
  fits(organisations: (string | null)[]): boolean {
    const { capacity, guarantees } = this.session;
    if (capacity === null) return true;
    const after = new Map(this.taken);
    for (const one of organisations) after.set(one, (after.get(one) ?? 0) + 1);
    const kept = Object.entries(guarantees).map(([id, seats]) => Math.max(0, seats - (after.get(id) ?? 0)));
    return sum([...after.values()]) + sum(kept) <= capacity;
  }

  take(organisation: string | null): void {
    this.taken.set(organisation, (this.taken.get(organisation) ?? 0) + 1);
  }

  get free(): number {
    return (this.session.capacity ?? Number.POSITIVE_INFINITY) - sum([...this.taken.values()]);
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * Random serial dictatorship: slot after slot, in the order of the lottery, everybody takes the best that is left; a
 * party when its first member is called. Nobody gains by wishing for anything but what they want.
 */
export function takeTurns(ballot: Ballot): Seating {
  const seating = emptySeating(ballot);
  for (const [slot, own] of ballot.sessionsIn.entries()) {
    const rooms = new Map(own.map((session) => [session, new Room(ballot.sessions[session]!)]));
    const partyOf = new Map(ballot.blocks[slot]!.flatMap((members) => members.map((one) => [one, members])));
    for (const person of ballot.people.keys()) {
      const members = partyOf.get(person) ?? [person];
      if (members[0] !== person) continue;
      const session = bestLeft(ballot, { seating, slot, members, rooms });
      if (session === null) continue;
      for (const one of members) {
        seating[slot]![one] = session;
        rooms.get(session)!.take(ballot.people[one]!.organisation);
      }
    }
  }
  return seating;
}

interface Turn {
  seating: Seating;
  slot: number;
  members: number[];
  rooms: Map<number, Room>;
}

/** What costs least; where several cost the same, as with seats nobody wished for, where most is free. */
function bestLeft(ballot: Ballot, { seating, slot, members, rooms }: Turn): number | null {
  let best: { session: number; cost: number; free: number } | null = null;
  for (const [session, room] of rooms) {
    let cost = 0;
    for (const one of members) {
      const rank = rankFor(ballot.requests[one]![slot]!, session);
      cost += rank === null || isBlocked(ballot, seating, one, session) ? Number.NaN : costOfRank(rank);
    }
    if (Number.isNaN(cost) || (best && cost > best.cost)) continue;
    if (best && cost === best.cost && room.free <= best.free) continue;
    if (!room.fits(members.map((one) => ballot.people[one]!.organisation))) continue;
    best = { session, cost, free: room.free };
  }
  return best?.session ?? null;
}

/** Whether what they have in another slot is at the same time or the same workshop. */
export function isBlocked(ballot: Ballot, seating: Seating, person: number, session: number): boolean {
  if (!ballot.hasExclusions) return false;
  const slot = ballot.slotOf[session]!;
  for (const [other, seats] of seating.entries()) {
    const held = seats[person]!;
    if (other !== slot && held >= 0 && ballot.excludes[held * ballot.sessions.length + session]) return true;
  }
  return false;
}

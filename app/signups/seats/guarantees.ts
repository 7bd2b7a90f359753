/** Seats taken or kept, by organisation id; the empty string stands for people of no organisation. */
export type PerOrganisation = ReadonlyMap<string, number>;

export interface Room {
  /** Null: everybody fits. */
  capacity: number | null;
  /** Seats kept and still in force. */
  guarantees: PerOrganisation;
  /** Confirmed, offered and attended; complete wherever there are guarantees. */
  taken: PerOrganisation;
  /** All of them together. */
  seatsTaken: number;
}

/** Seats that are taken or kept: each organisation counts for what it has or for what is kept for it, whichever is more. */
export function seatsSpokenFor({ guarantees, taken, seatsTaken }: Omit<Room, "capacity">): number {
  let kept = 0;
  for (const [organisation, seats] of guarantees) kept += Math.max(0, seats - (taken.get(organisation) ?? 0));
  return seatsTaken + kept;
}

/**
 * Whether these people, named by their organisations, may be seated together. What is kept for others stays so. Where
 * more is spoken for than there is, because seats were kept after others had taken them, people for whom seats are
 * kept may have what is still free.
 */
export function fits(room: Room, organisations: readonly string[]): boolean {
  const { capacity } = room;
  if (capacity === null) return true;
  const seatsTaken = room.seatsTaken + organisations.length;
  if (seatsTaken > capacity) return false;
  if (room.guarantees.size === 0) return true;
  const taken = new Map(room.taken);
  for (const one of organisations) taken.set(one, (taken.get(one) ?? 0) + 1);
  const after = seatsSpokenFor({ ...room, taken, seatsTaken });
  return after <= capacity || after === seatsSpokenFor(room);
}

/** Free seats that only people of some host may take now, by its id. */
export function idleGuarantees(room: Room): Map<string, number> {
  const idle = new Map<string, number>();
  for (const [organisation, seats] of room.guarantees) {
    const left = seats - (room.taken.get(organisation) ?? 0);
    if (left > 0) idle.set(organisation, left);
  }
  return idle;
}

/** Free seats that anybody may take. `Infinity` where everybody fits. */
export function freeForAll(room: Room): number {
  return room.capacity === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, room.capacity - seatsSpokenFor(room));
}

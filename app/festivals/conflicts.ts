import type { DraftSpeaker } from "#db/schema/festivals.ts";
import { type IsoDate, type IsoDateTime, Temporal } from "~/platform/time.ts";

/** What of a draft session decides whether it can take place. Times are wall-clock in the festival's zone. */
export interface Placed {
  id: string;
  startsLocal: IsoDateTime | null;
  durationMinutes: number;
  allDay: boolean;
  roomId: string | null;
  capacity: number | null;
  speakers: DraftSpeaker[];
  cancelled: boolean;
}

export type Clash =
  | { kind: "room"; sessionId: string; otherId: string; roomId: string }
  | { kind: "speaker"; sessionId: string; otherId: string; speaker: DraftSpeaker };

export type Conflict =
  | Clash
  | { kind: "outside"; sessionId: string }
  | { kind: "capacity"; sessionId: string; capacity: number; roomCapacity: number };

export interface Bounds {
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** Seats per room id; null where nobody counted them. */
  roomCapacities: ReadonlyMap<string, number | null>;
}

/** The last evening may run into the morning after. */
const lastNightEnds = "06:00";

/**
 * Everything that does not fit, each pair once, the earlier session first. Stretches of time are half-open, so one
 * session may begin when another ends; what lasts all day takes neither a room nor a speaker.
 */
export function detectConflicts(sessions: readonly Placed[], bounds: Bounds): Conflict[] {
  const alone = inOrder(sessions).flatMap((session) => conflictsAlone(session, bounds));
  return [...detectClashes(sessions), ...alone];
}

/** Pairs that share a room or a speaker at a time. */
export function detectClashes(sessions: readonly Placed[]): Clash[] {
  const ordered = inOrder(sessions).filter((session) => !session.allDay);
  const ends = new Map(ordered.map((session) => [session.id, endOf(session)]));
  return ordered.flatMap((session, index) => {
    const found: Clash[] = [];
    for (const other of ordered.slice(index + 1)) {
      if (other.startsLocal! >= ends.get(session.id)!) break;
      found.push(...clashes(session, other));
    }
    return found;
  });
}

function inOrder(sessions: readonly Placed[]): Placed[] {
  return sessions
    .filter((session) => !session.cancelled && session.startsLocal !== null)
    .sort((a, b) => (a.startsLocal! < b.startsLocal! ? -1 : a.startsLocal! > b.startsLocal! ? 1 : 0));
}

function clashes(session: Placed, other: Placed): Clash[] {
  const pair = { sessionId: session.id, otherId: other.id };
  const found: Clash[] = [];
  if (session.roomId !== null && session.roomId === other.roomId) {
    found.push({ kind: "room", ...pair, roomId: session.roomId });
  }
  for (const speaker of session.speakers) {
    if (other.speakers.some((candidate) => isSameSpeaker(candidate, speaker))) {
      found.push({ kind: "speaker", ...pair, speaker });
    }
  }
  return found;
}

/** Sessions that begin before the first day or after the last night. */
export function findOutside(
  sessions: readonly Placed[],
  days: Pick<Bounds, "startsOn" | "endsOn">,
): Placed[] {
  return inOrder(sessions).filter((session) => isOutside(session, days));
}

function isOutside(
  { startsLocal }: Placed,
  { startsOn, endsOn }: Pick<Bounds, "startsOn" | "endsOn">,
): boolean {
  const nightEnds = `${Temporal.PlainDate.from(endsOn).add({ days: 1 })}T${lastNightEnds}`;
  return startsLocal! < startsOn || startsLocal! >= nightEnds;
}

function conflictsAlone(session: Placed, { roomCapacities, ...days }: Bounds): Conflict[] {
  const found: Conflict[] = [];
  if (isOutside(session, days)) found.push({ kind: "outside", sessionId: session.id });
  const roomCapacity = session.roomId === null ? null : (roomCapacities.get(session.roomId) ?? null);
  if (session.capacity !== null && roomCapacity !== null && session.capacity > roomCapacity) {
    found.push({ kind: "capacity", sessionId: session.id, capacity: session.capacity, roomCapacity });
  }
  return found;
}

/** The wall-clock end, written to the minute so that it sorts with the starts. */
function endOf(session: Placed): IsoDateTime {
  const start = Temporal.PlainDateTime.from(session.startsLocal!);
  return start.add({ minutes: session.durationMinutes }).toString({ smallestUnit: "minute" });
}

export function concerns(conflict: Conflict, sessionId: string): boolean {
  return conflict.sessionId === sessionId || ("otherId" in conflict && conflict.otherId === sessionId);
}

/** A person of ours is one by id; a name from outside by its spelling. */
export function isSameSpeaker(a: DraftSpeaker, b: DraftSpeaker): boolean {
  if (a.personId !== null || b.personId !== null) return a.personId === b.personId;
  return a.name.trim().toLocaleLowerCase("en") === b.name.trim().toLocaleLowerCase("en");
}

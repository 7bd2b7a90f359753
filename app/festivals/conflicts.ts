import type { DraftSpeaker } from "#db/schema/festivals.ts";
import type { SessionKind } from "#db/schema/sessions.ts";
import type { IsoDateTime } from "~/platform/time.ts";
import { conflictsAlone } from "./conflicts/alone.ts";
import { conflictsBetween, type Timed } from "./conflicts/pairs.ts";
import { spanOf } from "./conflicts/spans.ts";
import { longestTravel, pairKey, type Surroundings } from "./conflicts/surroundings.ts";

/** What of a draft session decides whether it can take place. Times are wall-clock in the festival's zone. */
export interface Placed {
  id: string;
  kind: SessionKind;
  startsLocal: IsoDateTime | null;
  durationMinutes: number;
  allDay: boolean;
  roomId: string | null;
  capacity: number | null;
  speakers: DraftSpeaker[];
  /** What it cannot do without, as a list somebody typed. */
  equipment: string;
  cancelled: boolean;
}

interface Pair {
  sessionId: string;
  otherId: string;
}

/** Something that does not fit; between two sessions the earlier is the first. */
export type Conflict =
  | ({ kind: "room"; roomId: string } & Pair)
  | ({ kind: "speaker"; speaker: DraftSpeaker } & Pair)
  | ({ kind: "plenary" } & Pair)
  | ({ kind: "attendees"; people: number } & Pair)
  /** Of one speaker, or of so many attendees. */
  | ({ kind: "travel"; speaker: DraftSpeaker | null; people: number; minutes: number; needed: number } & Pair)
  | {
      kind: "away";
      sessionId: string;
      speaker: DraftSpeaker;
      startsLocal: IsoDateTime;
      endsLocal: IsoDateTime;
      /** What they give elsewhere meanwhile, if it is that. */
      title: string | null;
    }
  | { kind: "outside"; sessionId: string }
  /** More seats, or more people who want to come, than the room holds. */
  | {
      kind: "capacity";
      sessionId: string;
      roomId: string;
      by: "seats" | "wishes";
      people: number;
      holds: number;
    }
  | { kind: "equipment"; sessionId: string; roomId: string; missing: string[] };

/**
 * Everything that does not fit, each pair once, the earlier session first. Stretches of time are half-open, so one
 * session may begin when another ends; what lasts all day takes neither a room nor a speaker.
 */
export function detectConflicts(sessions: readonly Placed[], surroundings: Surroundings): Conflict[] {
  const ordered = inOrder(sessions);
  const shared = sharedPairs(surroundings);
  const reach = longestTravel(surroundings);
  const pairs = ordered.flatMap((first, index) => {
    const found: Conflict[] = [];
    for (let next = index + 1; next < ordered.length; next += 1) {
      const second = ordered[next]!;
      if (second.span.from >= first.span.to + reach) break;
      found.push(...conflictsBetween(first, second, surroundings, shared));
    }
    return found;
  });
  return [...pairs, ...ordered.flatMap((one) => conflictsAlone(one, surroundings))];
}

/** What would not fit about one session where it is, or would be: quick enough to ask while it is dragged. */
export function conflictsOf(
  session: Placed,
  others: readonly Placed[],
  surroundings: Surroundings,
): Conflict[] {
  const [own] = inOrder([session]);
  if (!own) return [];
  const shared = sharedPairs(surroundings, session.id);
  const reach = longestTravel(surroundings);
  const pairs = inOrder(others)
    .filter(({ session: other }) => other.id !== session.id)
    .filter(({ span }) => span.from < own.span.to + reach && own.span.from < span.to + reach)
    .flatMap((other) => {
      const [first, second] = [own, other].sort(byStart) as [Timed, Timed];
      return conflictsBetween(first, second, surroundings, shared);
    });
  return [...pairs, ...conflictsAlone(own, surroundings)];
}

export function concerns(conflict: Conflict, sessionId: string): boolean {
  return conflict.sessionId === sessionId || ("otherId" in conflict && conflict.otherId === sessionId);
}

/** The ids of all sessions something is wrong with. */
export function idsInConflict(conflicts: readonly Conflict[]): Set<string> {
  return new Set(
    conflicts.flatMap((one) => ("otherId" in one ? [one.sessionId, one.otherId] : [one.sessionId])),
  );
}

function inOrder(sessions: readonly Placed[]): Timed[] {
  return sessions
    .flatMap((session) => {
      const { startsLocal, durationMinutes, cancelled } = session;
      if (cancelled || startsLocal === null) return [];
      return [{ session, span: spanOf({ startsLocal, durationMinutes }) }];
    })
    .sort(byStart);
}

function byStart(a: Timed, b: Timed): number {
  return a.span.from - b.span.from || (a.session.id < b.session.id ? -1 : 1);
}

function sharedPairs({ sharedAttendees }: Surroundings, of?: string): Map<string, number> {
  const relevant =
    of === undefined
      ? sharedAttendees
      : sharedAttendees.filter(({ sessionId, otherId }) => sessionId === of || otherId === of);
  return new Map(relevant.map(({ sessionId, otherId, people }) => [pairKey(sessionId, otherId), people]));
}

import type { Conflict, Placed } from "../conflicts.ts";
import { overlap, type Span } from "./spans.ts";
import { isSameSpeaker } from "./speakers.ts";
import { manyPeople, pairKey, type Surroundings, travelBetween } from "./surroundings.ts";

/** A session with a time, and what is asked of it again and again. */
export interface Timed {
  session: Placed;
  span: Span;
}

/** What is wrong between two sessions of which the first begins no later. */
export function conflictsBetween(
  first: Timed,
  second: Timed,
  surroundings: Surroundings,
  shared: ReadonlyMap<string, number>,
): Conflict[] {
  if (first.session.allDay || second.session.allDay) return [];
  const people = shared.get(pairKey(first.session.id, second.session.id)) ?? 0;
  return overlap(first.span, second.span)
    ? atOnce(first.session, second.session, people)
    : onTheWay(first, second, surroundings, people);
}

function atOnce(session: Placed, other: Placed, people: number): Conflict[] {
  const pair = { sessionId: session.id, otherId: other.id };
  const found: Conflict[] = [];
  if (session.roomId !== null && session.roomId === other.roomId)
    found.push({ kind: "room", ...pair, roomId: session.roomId });
  for (const speaker of inBoth(session, other)) found.push({ kind: "speaker", ...pair, speaker });
  if (isParallelToPlenary(session, other)) found.push({ kind: "plenary", ...pair });
  if (people > 0) found.push({ kind: "attendees", ...pair, people });
  return found;
}

/** Coffee may stand ready during a plenary; anything else takes people away from it. */
export function isParallelToPlenary({ kind }: Pick<Placed, "kind">, other: Pick<Placed, "kind">): boolean {
  return (kind === "plenary" && other.kind !== "break") || (other.kind === "plenary" && kind !== "break");
}

function onTheWay(first: Timed, second: Timed, surroundings: Surroundings, people: number): Conflict[] {
  const needed = travelBetween(first.session.roomId, second.session.roomId, surroundings);
  const there = second.span.from - first.span.to;
  if (needed <= there) return [];
  const pair = { sessionId: first.session.id, otherId: second.session.id };
  const way = { minutes: there, needed };
  const found = inBoth(first.session, second.session).map(
    (speaker): Conflict => ({ kind: "travel", ...pair, speaker, people: 1, ...way }),
  );
  if (people >= manyPeople) found.push({ kind: "travel", ...pair, speaker: null, people, ...way });
  return found;
}

function inBoth(session: Placed, other: Placed) {
  return session.speakers.filter((speaker) =>
    other.speakers.some((candidate) => isSameSpeaker(candidate, speaker)),
  );
}

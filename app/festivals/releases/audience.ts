import { type Instant, isBefore } from "~/platform/time.ts";
import { spanOf } from "~/sessions/times.ts";
import type { Aspect, Change } from "../diff.ts";

/** Who has a seat in a session or waits for one; sign-ups come after festivals, so the route hands them in. */
export interface SignedUp {
  sessionId: string;
  personId: string;
  part: "attends" | "waits";
}

/** How many people one change is told to. */
export interface Told {
  attends: number;
  waits: number;
  gives: number;
}

export interface Audience {
  /** By session; those nobody is told of are left out. */
  bySession: Record<string, Told>;
  /** Everybody once, however many of their sessions change. */
  people: number;
}

/** Other changes show on pages and in calendars; nobody is mailed about them. */
const mailed: readonly Aspect[] = ["title", "time", "room", "speakers"];

/** Whom a release would mail: those concerned by what changes of sessions that are still to end. */
export function audienceOf(changes: Change[], signedUp: SignedUp[], now: Instant): Audience {
  const everybody = new Set<string>();
  const bySession: Audience["bySession"] = {};
  for (const change of changes.filter((one) => isTold(one, now))) {
    const { id } = change.session;
    const gives = speakersOf(change);
    const part = (wanted: SignedUp["part"]) =>
      signedUp
        .filter((one) => one.sessionId === id && one.part === wanted && !gives.has(one.personId))
        .map(({ personId }) => personId);
    const [attends, waits] = [part("attends"), part("waits")];
    const concerned = [...gives, ...attends, ...waits];
    if (concerned.length === 0) continue;
    for (const personId of concerned) everybody.add(personId);
    bySession[id] = { attends: attends.length, waits: waits.length, gives: gives.size };
  }
  return { bySession, people: everybody.size };
}

function isTold(change: Change, now: Instant): boolean {
  if (!isBefore(now, spanOf(change.session).endsAt)) return false;
  return change.kind !== "changed" || change.aspects.some((aspect) => mailed.includes(aspect));
}

/** Those of ours who give it, and those who did until now. */
function speakersOf(change: Change): Set<string> {
  const before = change.kind === "changed" ? change.before.speakers : [];
  return new Set([...change.session.speakers, ...before].flatMap(({ personId }) => personId ?? []));
}

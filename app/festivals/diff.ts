import type { DraftSpeaker } from "#db/schema/festivals.ts";
import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import type { IsoDateTime } from "~/platform/time.ts";

/** A session as a release writes it. Names stand beside ids so that an old changelog stays readable. */
export interface ProgrammeSession {
  id: string;
  organisationId: string;
  kind: SessionKind;
  title: string;
  abstract: string;
  language: string;
  trackId: string | null;
  trackName: string | null;
  roomId: string | null;
  roomName: string | null;
  place: string;
  startsLocal: IsoDateTime;
  timeZone: string;
  durationMinutes: number;
  allDay: boolean;
  capacity: number | null;
  speakers: DraftSpeaker[];
  proposalId: string | null;
  level: SessionLevel;
}

/** What a release keeps for ever. */
export interface Programme {
  sessions: ProgrammeSession[];
}

export const aspects = ["title", "time", "room", "speakers", "capacity", "details"] as const;
export type Aspect = (typeof aspects)[number];

export type Change =
  | { kind: "added"; session: ProgrammeSession }
  | { kind: "cancelled"; session: ProgrammeSession }
  | { kind: "changed"; session: ProgrammeSession; before: ProgrammeSession; aspects: Aspect[] };

/** The fields that make up each aspect of a session; together they are all that a release writes. */
export const fieldsOf: Record<Exclude<Aspect, "speakers">, (keyof ProgrammeSession)[]> = {
  title: ["title"],
  time: ["startsLocal", "timeZone", "durationMinutes", "allDay"],
  room: ["roomId", "place"],
  capacity: ["capacity"],
  details: ["organisationId", "kind", "abstract", "language", "trackId", "proposalId", "level"],
};

/** What a release of `after` would change for people who know `before`: new, then changed, then cancelled; by time. */
export function diffProgrammes(before: Programme, after: Programme): Change[] {
  const known = new Map(before.sessions.map((session) => [session.id, session]));
  const kept = new Set(after.sessions.map((session) => session.id));
  const added: Change[] = [];
  const changed: Change[] = [];
  for (const session of byTime(after.sessions)) {
    const old = known.get(session.id);
    if (!old) {
      added.push({ kind: "added", session });
      continue;
    }
    const different = aspects.filter((aspect) => differs(aspect, old, session));
    if (different.length > 0) changed.push({ kind: "changed", session, before: old, aspects: different });
  }
  const cancelled = byTime(before.sessions.filter((session) => !kept.has(session.id))).map(
    (session): Change => ({ kind: "cancelled", session }),
  );
  return [...added, ...changed, ...cancelled];
}

function differs(aspect: Aspect, a: ProgrammeSession, b: ProgrammeSession): boolean {
  if (aspect !== "speakers") return fieldsOf[aspect].some((field) => a[field] !== b[field]);
  const named = (session: ProgrammeSession) => session.speakers.map((one) => [one.personId, one.name]);
  return JSON.stringify(named(a)) !== JSON.stringify(named(b));
}

function byTime(sessions: ProgrammeSession[]): ProgrammeSession[] {
  return [...sessions].sort((a, b) => compare(a.startsLocal, b.startsLocal) || compare(a.title, b.title));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { diffProgrammes, type ProgrammeSession } from "~/festivals/diff.ts";
import type { DemoDates } from "./dates.ts";
import { daysAgo, homeZone } from "./dates.ts";
import type { Stage } from "./programme.ts";

export interface SpringRelease {
  number: number;
  note: string;
  releasedAt: string;
  sessions: ProgrammeSession[];
}

/** What a session was before a release changed it; null: it was not there. */
type Before = Record<string, ((session: ProgrammeSession, stage: Stage) => Partial<ProgrammeSession>) | null>;

const at = (time: string) => (session: ProgrammeSession) => ({
  startsLocal: `${session.startsLocal.slice(0, 10)}T${time}`,
});

const room =
  (key: keyof Stage["rooms"]) =>
  (_: ProgrammeSession, { rooms }: Stage) => ({ roomId: rooms[key].id, roomName: rooms[key].name });

const beforeThird: Before = {
  "Posters with one idea": () => ({ title: "One idea a poster" }),
  "Git for writers": at("15:30"),
  "Repair café: bring one broken thing": () => ({ capacity: 6 }),
};

const beforeSecond: Before = {
  "Improvise! Theatre for people who plan": null,
  "Open data, open vragen": room("dok"),
  "Planten die een kantoor overleven": at("13:45"),
  "Slow reading: one page, one hour": (_, { alliance }) => ({
    speakers: [{ name: alliance.people.eva.name, personId: alliance.people.eva.id }],
  }),
};

/** Three releases, the first on top; the last is the programme as it is. */
export function springReleases(
  programme: ProgrammeSession[],
  stage: Stage,
  dates: DemoDates,
): SpringRelease[] {
  const second = [...undo(programme, beforeThird, stage), eveningWalk(stage)];
  return [
    {
      number: 1,
      note: "Het programma staat!",
      releasedAt: daysAgo(dates, 12, "16:20"),
      sessions: undo(second, beforeSecond, stage),
    },
    {
      number: 2,
      note: "Sofia and Hannah join us with theatre, and three workshops swapped rooms and times to make space.",
      releasedAt: daysAgo(dates, 7, "11:05"),
      sessions: second,
    },
    {
      number: 3,
      note: "The quay is being dug up, so no evening walk. The repair café found a second table: two more places.",
      releasedAt: daysAgo(dates, 3, "15:40"),
      sessions: programme,
    },
  ];
}

function undo(programme: ProgrammeSession[], before: Before, stage: Stage): ProgrammeSession[] {
  return programme.flatMap((session) => {
    const was = before[session.title];
    if (was === null) return [];
    return [was ? { ...session, ...was(session, stage) } : session];
  });
}

/** On the programme for a while; its sign-ups were never open. */
function eveningWalk({ ids, alliance, firstDay }: Stage): ProgrammeSession {
  return {
    id: ids.uuid(),
    organisationId: alliance.organisations.waterland,
    kind: "plenary",
    title: "Evening walk along the quay",
    abstract: "An hour outside, in pairs that change at every bridge.",
    language: "en",
    trackId: null,
    trackName: null,
    roomId: null,
    roomName: null,
    place: "Quay of De Sluis",
    startsLocal: `${firstDay}T19:00`,
    timeZone: homeZone,
    durationMinutes: 60,
    allDay: false,
    capacity: null,
    speakers: [],
    proposalId: null,
    level: "all",
  };
}

export interface Trace {
  session: ProgrammeSession;
  cancelled: boolean;
  /** How often it changed after it was released. */
  sequence: number;
  createdAt: string;
  updatedAt: string;
}

/** Every session that was ever released as the last release to touch it left it, in order of the programme. */
export function tracesOf(releases: SpringRelease[]): Trace[] {
  const traces = new Map<string, Trace>();
  let known: ProgrammeSession[] = [];
  for (const { sessions, releasedAt } of releases) {
    for (const change of diffProgrammes({ sessions: known }, { sessions })) {
      const { session } = change;
      const before = traces.get(session.id);
      traces.set(session.id, {
        session,
        cancelled: change.kind === "cancelled",
        sequence: before ? before.sequence + 1 : 0,
        createdAt: before?.createdAt ?? releasedAt,
        updatedAt: releasedAt,
      });
    }
    known = sessions;
  }
  return [...traces.values()].sort((a, b) => order(a.session) - order(b.session));
}

const order = (session: ProgrammeSession) => Date.parse(`${session.startsLocal}Z`);

import { z } from "zod";
import { sessionKinds, sessionLevels } from "#db/schema/sessions.ts";
import type { Programme, ProgrammeSession } from "../diff.ts";

/** What every release kept, from the first on. */
const always = z.object({ id: z.string(), title: z.string(), startsLocal: z.string(), timeZone: z.string() });

/** What came later, each by itself: a release made before it did not keep it. */
const later = {
  organisationId: z.string(),
  kind: z.enum(sessionKinds),
  abstract: z.string(),
  language: z.string(),
  trackId: z.string().nullable(),
  trackName: z.string().nullable(),
  roomId: z.string().nullable(),
  roomName: z.string().nullable(),
  place: z.string(),
  durationMinutes: z.number(),
  allDay: z.boolean(),
  capacity: z.number().nullable(),
  speakers: z.array(z.object({ name: z.string(), personId: z.string().nullable() })),
  proposalId: z.string().nullable(),
  level: z.enum(sessionLevels),
};

const usual: Omit<ProgrammeSession, keyof z.output<typeof always>> = {
  organisationId: "",
  kind: "workshop",
  abstract: "",
  language: "en",
  trackId: null,
  trackName: null,
  roomId: null,
  roomName: null,
  place: "",
  durationMinutes: 60,
  allDay: false,
  capacity: null,
  speakers: [],
  proposalId: null,
  level: "all",
};

const kept = z.object({ sessions: z.array(always.extend(z.object(later).partial().shape)) });

/**
 * A snapshot as the programme it was. What was not kept then is as it is `now`, where the session is still known,
 * and as usual elsewhere. Throws on what no release of ours can have written.
 */
export function readSnapshot(snapshot: unknown, now: Programme = { sessions: [] }): Programme {
  const present = new Map(now.sessions.map((session) => [session.id, session]));
  return {
    sessions: kept.parse(snapshot).sessions.map((session) => ({
      ...usual,
      ...present.get(session.id),
      ...given(session),
    })),
  };
}

function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

import fc from "fast-check";
import { sessionKinds, sessionLevels } from "#db/schema/sessions.ts";
import type { Programme, ProgrammeSession } from "../diff.ts";

/** A session of a programme for tests; what matters is given. */
export function sessionOf(id: string, given: Partial<ProgrammeSession> = {}): ProgrammeSession {
  return {
    id,
    organisationId: "waterland",
    kind: "workshop",
    title: id,
    abstract: "",
    language: "en",
    trackId: null,
    trackName: null,
    roomId: null,
    roomName: null,
    place: "The quay",
    startsLocal: "2027-04-08T10:00",
    timeZone: "Europe/Amsterdam",
    durationMinutes: 60,
    allDay: false,
    capacity: 12,
    speakers: [],
    proposalId: null,
    level: "all",
    ...given,
  };
}

const few = (...values: string[]) => fc.constantFrom(...values);
const place = fc.option(few("blue", "green", "attic"), { nil: null });

/** Few different values, so that two programmes have much in common. Names follow from ids, as they do in a database. */
const arbitrarySession = fc
  .record({
    id: few("a", "b", "c", "d", "e", "f"),
    organisationId: few("waterland", "lumen"),
    kind: fc.constantFrom(...sessionKinds),
    title: few("Knitting", "Code", ""),
    abstract: few("", "Bring wool."),
    language: few("en", "nl"),
    trackId: place,
    roomId: place,
    place: few("", "The quay"),
    startsLocal: few("2027-04-08T10:00", "2027-04-08T14:00", "2027-10-31T02:30"),
    timeZone: few("Europe/Amsterdam", "Europe/Lisbon"),
    durationMinutes: fc.constantFrom(30, 60),
    allDay: fc.boolean(),
    capacity: fc.constantFrom(null, 1, 12),
    speakers: fc.array(
      fc.record({ name: few("Ada", "Bo"), personId: fc.option(few("ada", "bo"), { nil: null }) }),
      { maxLength: 2 },
    ),
    proposalId: fc.option(few("p", "q"), { nil: null }),
    level: fc.constantFrom(...sessionLevels),
  })
  .map(
    (session): ProgrammeSession => ({
      ...session,
      trackName: session.trackId && `Track ${session.trackId}`,
      roomName: session.roomId && `Room ${session.roomId}`,
    }),
  );

export const arbitraryProgramme: fc.Arbitrary<Programme> = fc
  .uniqueArray(arbitrarySession, { selector: ({ id }) => id })
  .map((sessions) => ({ sessions }));

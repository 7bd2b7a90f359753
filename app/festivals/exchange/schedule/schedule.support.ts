import fc from "fast-check";
import type { Session, Speaker } from "~/sessions/session.ts";
import { spanOf } from "~/sessions/times.ts";
import type { ScheduleFacts } from "./schedule.ts";

const festival = {
  id: "5f4d2a50-0000-4000-8000-000000000001",
  slug: "spring",
  name: "Spring",
  startsOn: "2027-03-27",
  endsOn: "2027-03-28",
  timeZone: "Europe/Amsterdam",
};

const venue = { id: "5f4d2a50-0000-4000-8000-0000000000aa", name: "The Mill", address: "" };

/** A released workshop of an hour, with what the test gives instead. */
export function makeSession(given: Partial<Session> & { number: number }): Session {
  const hex = given.number.toString(16).padStart(12, "0");
  const times = {
    startsLocal: "2027-03-27T10:00",
    timeZone: festival.timeZone,
    durationMinutes: 60,
    allDay: false,
    ...given,
  };
  return {
    id: `5f4d2a50-0000-4000-8000-${hex}`,
    festivalId: festival.id,
    seriesId: null,
    organisationId: "o",
    kind: "workshop",
    title: `Session ${given.number}`,
    abstract: "",
    language: "en",
    trackId: null,
    roomId: given.room?.id ?? null,
    place: "",
    ...spanOf(times),
    status: "confirmed",
    capacity: null,
    seatsTaken: 0,
    proposalId: null,
    level: "all",
    sequence: 0,
    createdAt: "2026-11-23T09:00:00Z",
    updatedAt: "2026-11-23T09:00:00Z",
    organisation: { id: "o", slug: "waterland", name: "Waterland", colour: "#0b7285" },
    track: null,
    room: null,
    festival: { slug: festival.slug, name: festival.name },
    series: null,
    speakers: [],
    ...times,
  };
}

export const makeRoom = (name: string, id = name, venueName = venue.name) => ({
  id,
  name,
  accessibility: "",
  equipment: "",
  venue: { ...venue, name: venueName },
});

export function makeFacts(
  sessions: Session[],
  given: Partial<ScheduleFacts["festival"]> = {},
): ScheduleFacts {
  return {
    festival: { ...festival, ...given },
    sessions,
    rooms: [],
    release: 3,
    lastModified: "2027-01-11T09:30:00Z",
    publicUrl: "https://learn.example",
  };
}

const nasty = fc.constantFrom(
  "]]>",
  "<b>bold</b>",
  "&amp;",
  "&",
  "<!-- x -->",
  "👩‍🏭",
  "\u202eabc",
  "שלום",
  "\u0000\u0007\u001b",
  "\ud800",
  "\ufffe",
  '"quoted"',
  "a < b",
  "\t",
  "  ",
);
/** Words as the database holds them, and what it should not hold but might. */
const text = fc
  .array(fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 8 }), fc.string({ maxLength: 8 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(" "));
const named = text.map((words) => `x${words}`);

const speaker: fc.Arbitrary<Speaker> = fc.record({
  name: named,
  personId: fc.option(fc.uuid({ version: 4 })),
});

const place = fc.oneof(
  fc.record({ name: named, venue: fc.constantFrom("The Mill", "The Barn") }).map((room) => ({
    room: makeRoom(room.name, undefined, room.venue),
    place: "",
  })),
  named.map((words) => ({ room: null, place: words })),
  fc.constant({ room: null, place: "" }),
);

const time = fc
  .record({
    day: fc.integer({ min: 26, max: 29 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    durationMinutes: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 7 * 1440 })),
    allDay: fc.boolean(),
    timeZone: fc.constantFrom("Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "UTC"),
  })
  .map(({ day, minute, durationMinutes, allDay, timeZone }) => {
    const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    const times = { startsLocal: `2027-03-${day}T${allDay ? "00:00" : clock}`, durationMinutes, allDay };
    return { ...times, timeZone: allDay ? festival.timeZone : timeZone };
  });

/** Programmes that nobody wishes for, in a festival whose clocks go forward on its second day. */
export const hostileFacts: fc.Arbitrary<ScheduleFacts> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("workshop" as const, "talk" as const, "plenary" as const, "break" as const),
      title: named,
      abstract: text,
      track: fc.option(
        fc.record({ id: fc.constantFrom("t1", "t2"), colour: fc.constant("#3f6b5c") }).map((track) => ({
          ...track,
          name: `Track <&> ${track.id}`,
        })),
      ),
      status: fc.constantFrom("confirmed" as const, "tentative" as const, "cancelled" as const),
      speakers: fc.array(speaker, { maxLength: 3 }),
      place,
      time,
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    makeFacts(
      rows.map(({ place: where, time: when, ...row }, index) => {
        const room = where.room && {
          ...where.room,
          id: `5f4d2a50-0000-4000-8000-1${String(index).padStart(11, "0")}`,
        };
        return makeSession({
          number: index + 1,
          trackId: row.track?.id ?? null,
          ...row,
          ...where,
          room,
          ...when,
        });
      }),
      { name: 'Spring <&> "]]>" 🌱', slug: "s-1" },
    ),
  );

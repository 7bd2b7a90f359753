import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SignupStatus } from "#db/schema/signups.ts";
import {
  type AttendeeFilter,
  attendeeQuery,
  listedStatuses,
  noFilter,
  orders,
  readAttendeeFilter,
  shows,
} from "./filter.ts";
import { type NamedSeat, pageOf, perPage, type Seats, selectAttendees } from "./select.ts";

const sessions = [
  {
    id: "sketching",
    title: "Sketching",
    startsAt: "2027-01-11T09:00:00Z",
    organisation: { slug: "waterland" },
  },
  {
    id: "knitting",
    title: "Café of knitting",
    startsAt: "2027-01-11T09:00:00Z",
    organisation: { slug: "lumen" },
  },
  { id: "walking", title: "Walking", startsAt: "2027-01-12T09:00:00Z", organisation: { slug: "lumen" } },
];

const colleague = (name: string) => ({
  personId: name,
  name,
  email: `${name.toLowerCase()}@waterland.example`,
});

function seat(name: string, sessionId: string, given: Partial<NamedSeat> = {}): NamedSeat {
  const usual = {
    status: "confirmed" as const,
    placedBy: null,
    reason: "",
    signedAt: "2026-12-01T09:00:00Z",
  };
  return { ...colleague(name), sessionId, ...usual, ...given };
}

const seats: Seats = {
  sessions,
  own: [
    seat("Anna", "walking"),
    seat("Anna", "sketching"),
    seat("Daan", "sketching", { status: "waiting", signedAt: "2026-12-03T09:00:00Z" }),
    seat("Daan", "walking", { status: "waiting" }),
    seat("Élise", "knitting", { placedBy: "Anna", reason: "You asked me to." }),
    seat("Noor", "sketching", { status: "not-coming" }),
  ],
  totals: [
    { sessionId: "sketching", status: "confirmed", organisation: "Lumen", count: 3 },
    { sessionId: "walking", status: "waiting", organisation: "Lumen", count: 2 },
    { sessionId: "walking", status: "confirmed", organisation: "", count: 1 },
  ],
  colleagues: ["Anna", "Daan", "Élise", "Noor", "Yara"].map(colleague),
};

/** `Anna: sketching walking`, and how many others. */
function shown(filter: Partial<AttendeeFilter>) {
  const { people, totals } = selectAttendees(seats, { ...noFilter, ...filter });
  return [
    people.map(({ name, seats }) => [name, ...seats.map(({ sessionId }) => sessionId)].join(" ")),
    totals.reduce((sum, { count }) => sum + count, 0),
  ];
}

describe("the list of attendees", () => {
  test.each<[string, Partial<AttendeeFilter>, string[], number]>([
    [
      "everybody",
      {},
      ["Anna sketching walking", "Daan sketching walking", "Élise knitting", "Noor sketching"],
      6,
    ],
    ["one session", { session: "walking" }, ["Anna walking", "Daan walking"], 3],
    ["no such session", { session: "none" }, [], 0],
    [
      "a slot",
      { slot: "2027-01-11T10:00:00+01:00" },
      ["Anna sketching", "Daan sketching", "Élise knitting", "Noor sketching"],
      3,
    ],
    ["a slot that is none", { slot: "nonsense" }, [], 0],
    ["a host", { host: "lumen" }, ["Anna walking", "Daan walking", "Élise knitting"], 3],
    ["a status", { status: "waiting" }, ["Daan sketching walking"], 2],
    ["a name", { text: "elise" }, ["Élise knitting"], 0],
    ["an address", { text: "DAAN@" }, ["Daan sketching walking"], 0],
    ["a title", { text: "cafe" }, ["Élise knitting"], 0],
    ["a title of others too", { text: "walking" }, ["Anna walking", "Daan walking"], 3],
    ["those without any seat", { show: "without" }, ["Daan sketching walking", "Noor sketching", "Yara"], 0],
    [
      "those without a seat there",
      { show: "without", session: "walking" },
      ["Daan walking", "Élise", "Noor", "Yara"],
      0,
    ],
    ["those without a seat, by name", { show: "without", text: "yara" }, ["Yara"], 0],
    ["those who only wait", { show: "waiting" }, ["Daan sketching walking"], 0],
    ["those signed up by an organiser", { show: "placed" }, ["Élise knitting"], 0],
    [
      "the latest first",
      { order: "latest", session: "sketching" },
      ["Daan sketching", "Anna sketching", "Noor sketching"],
      3,
    ],
    [
      "by session",
      { order: "session" },
      ["Anna sketching walking", "Daan sketching walking", "Noor sketching", "Élise knitting"],
      6,
    ],
  ])("shows %s", (_, filter, people, others) => {
    expect(shown(filter)).toEqual([people, others]);
  });

  test("has pages, and the last one for a page that is none", () => {
    const all = Array.from({ length: perPage + 1 }, (_, index) => index);
    expect(pageOf(all, 2)).toEqual({ shown: [perPage], page: 2, pages: 2 });
    expect(pageOf(all, 9)).toEqual({ shown: [perPage], page: 2, pages: 2 });
    expect(pageOf([], 1)).toEqual({ shown: [], page: 1, pages: 1 });
  });
});

const anyFilter: fc.Arbitrary<AttendeeFilter> = fc.record({
  text: fc.constantFrom("", "anna", "Knitting", "zz"),
  status: fc.constantFrom(null, ...listedStatuses),
  session: fc.constantFrom(null, "sketching", "walking"),
  slot: fc.constantFrom(null, sessions[0]!.startsAt, sessions[2]!.startsAt),
  host: fc.constantFrom(null, "lumen", "waterland"),
  show: fc.constantFrom(...shows),
  order: fc.constantFrom(...orders),
  page: fc.integer({ min: 1, max: 9 }),
});

interface Held {
  person: number;
  organisation: string;
  sessionId: string;
  status: SignupStatus;
}

const anySeats = fc.uniqueArray(
  fc
    .record({
      person: fc.nat(12),
      sessionId: fc.constantFrom(...sessions.map(({ id }) => id)),
      status: fc.constantFrom(...listedStatuses),
    })
    .map((one): Held => ({ ...one, organisation: ["waterland", "lumen", ""][one.person % 3]! })),
  { selector: ({ person, sessionId }) => `${person} ${sessionId}`, maxLength: 30 },
);

/** As an organisation sees them: its own by name, the others counted. */
function seenBy(organisation: string, all: Held[]): Seats {
  const own = all.filter((one) => one.organisation === organisation);
  const counted = new Map<string, Seats["totals"][number]>();
  for (const { person: _, ...one } of all.filter((other) => other.organisation !== organisation)) {
    const key = JSON.stringify(one);
    counted.set(key, { ...one, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const named = own.map(({ person, sessionId, status }) => seat(`Person ${person}`, sessionId, { status }));
  return { sessions, own: named, totals: [...counted.values()], colleagues: [] };
}

describe("whoever looks", () => {
  test("sees as many altogether: named and totals are all there are", () => {
    fc.assert(
      fc.property(anySeats, anyFilter, (all, { text: _, show: __, ...filter }) => {
        const count = (organisation: string) => {
          const { people, totals } = selectAttendees(seenBy(organisation, all), { ...noFilter, ...filter });
          return (
            people.reduce((sum, person) => sum + person.seats.length, 0) +
            totals.reduce((sum, total) => sum + total.count, 0)
          );
        };
        const expected = all.filter(({ sessionId, status }) => {
          const session = sessions.find(({ id }) => id === sessionId)!;
          return (
            (!filter.session || filter.session === sessionId) &&
            (!filter.slot || filter.slot === session.startsAt) &&
            (!filter.host || filter.host === session.organisation.slug) &&
            (!filter.status || filter.status === status)
          );
        }).length;
        expect([count("waterland"), count("lumen")]).toEqual([expected, expected]);
      }),
    );
  });

  test("has every filter in the address", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(readAttendeeFilter(new URLSearchParams(attendeeQuery(filter)))).toEqual(filter);
      }),
    );
  });

  test("reads nonsense in an address as nothing chosen", () => {
    const query = new URLSearchParams("status=cancelled&show=x&order=y&page=-3&q=%20");
    expect(readAttendeeFilter(query)).toEqual(noFilter);
  });
});

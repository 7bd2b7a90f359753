import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { festivalJsonLd, type LinkedFestival, type LinkedSession, sessionJsonLd } from "./json-ld.ts";

const site = "https://percolate.example";

const festival: LinkedFestival = {
  slug: "deell-spring",
  name: "DEELL Spring",
  theme: "",
  outcome: "Everybody knows whom to ask.",
  startsOn: "2027-04-08",
  endsOn: "2027-04-09",
  language: "en",
  status: "released",
  postponedAt: null,
  hosts: [
    { slug: "waterland", name: "Waterland", hasLogo: true },
    { slug: "lumen", name: "Lumen", hasLogo: false },
    { slug: "kade", name: "Kade" },
  ],
  venues: [{ name: "Main building", address: "Quay 1" }],
};

const session: LinkedSession = {
  id: "5e55",
  title: "Sketching",
  abstract: "",
  language: "nl",
  startsAt: "2027-04-08T08:00:00Z",
  endsAt: "2027-04-08T09:00:00Z",
  timeZone: "Europe/Amsterdam",
  status: "confirmed",
  place: "",
  room: { name: "Garden room", venue: { name: "Main building", address: "Quay 1" } },
  organisation: { slug: "lumen", name: "Lumen" },
  speakers: [{ name: "Bram" }],
  capacity: 12,
  seatsTaken: 5,
};

const read = (text: string) => JSON.parse(text) as Record<string, never>;
const names = (list: unknown) => (list as { name: string }[]).map((one) => one.name);

describe("a festival for search engines", () => {
  const read1 = (facts: Partial<LinkedFestival>) => read(festivalJsonLd({ ...festival, ...facts }, site));

  test("has every host as an organizer, the lead first, with a logo where there is one", () => {
    expect(read1({})).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Event",
      name: "DEELL Spring",
      description: "Everybody knows whom to ask.",
      url: "https://percolate.example/festivals/deell-spring",
      startDate: "2027-04-08",
      endDate: "2027-04-09",
      location: { "@type": "Place", name: "Main building", address: "Quay 1" },
    });
    expect(read1({}).organizer).toEqual([
      {
        "@type": "Organization",
        name: "Waterland",
        url: "https://percolate.example/organisations/waterland",
        logo: "https://percolate.example/organisations/waterland/logo",
      },
      { "@type": "Organization", name: "Lumen", url: "https://percolate.example/organisations/lumen" },
      { "@type": "Organization", name: "Kade", url: "https://percolate.example/organisations/kade" },
    ]);
  });

  test.each([
    [{ status: "released" }, "EventScheduled"],
    [{ status: "cancelled" }, "EventCancelled"],
    [{ postponedAt: "2027-01-01T00:00:00Z" }, "EventPostponed"],
    [{ status: "cancelled", postponedAt: "2027-01-01T00:00:00Z" }, "EventCancelled"],
  ])("%o is %s", (facts, status) => {
    expect(read1(facts).eventStatus).toBe(`https://schema.org/${status}`);
  });

  test("two buildings are two places, none is none", () => {
    const venues = [...festival.venues, { name: "Shed", address: "" }];
    expect(read1({ venues }).location).toEqual([
      { "@type": "Place", name: "Main building", address: "Quay 1" },
      { "@type": "Place", name: "Shed" },
    ]);
    expect("location" in read1({ venues: [] })).toBe(false);
  });
});

describe("a session for search engines", () => {
  const read2 = (facts: Partial<LinkedSession>, within: Partial<LinkedFestival> = {}) =>
    read(sessionJsonLd({ ...session, ...facts }, { ...festival, ...within }, site));

  test("has its own host first, then the others", () => {
    expect(names(read2({}).organizer)).toEqual(["Lumen", "Waterland", "Kade"]);
    const left = { slug: "polder", name: "Polder" };
    expect(names(read2({ organisation: left }).organizer)).toEqual(["Polder", "Waterland", "Lumen", "Kade"]);
    expect(read2({}).superEvent).toMatchObject({ name: "DEELL Spring" });
  });

  test("says times with the offset of its zone, the place and the seats left", () => {
    expect(read2({})).toMatchObject({
      startDate: "2027-04-08T10:00:00+02:00",
      endDate: "2027-04-08T11:00:00+02:00",
      location: { name: "Garden room, Main building", address: "Quay 1" },
      performer: [{ "@type": "Person", name: "Bram" }],
      maximumAttendeeCapacity: 12,
      remainingAttendeeCapacity: 7,
      inLanguage: "nl",
    });
    expect(read2({ room: null, place: "The quay" }).location).toEqual({ "@type": "Place", name: "The quay" });
  });

  test("is cancelled when it is, and when the festival is", () => {
    expect(read2({ status: "cancelled" }).eventStatus).toMatch(/Cancelled$/);
    expect(read2({}, { status: "cancelled" }).eventStatus).toMatch(/Cancelled$/);
    expect(read2({}, { postponedAt: "2027-01-01T00:00:00Z" }).eventStatus).toMatch(/Postponed$/);
  });
});

describe("nothing breaks out of the script", () => {
  const hostile = ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028alert(1)", "&quot;"];
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile));

  test("whatever is written in names and texts", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, title, place) => {
        const festivalNamed = { ...festival, name, outcome: title, venues: [{ name: place, address: name }] };
        const given = { ...session, title, place, abstract: name, speakers: [{ name: title }], room: null };
        for (const text of [
          festivalJsonLd(festivalNamed, site),
          sessionJsonLd(given, { ...festivalNamed, hosts: [{ slug: "x", name: title }] }, site),
        ]) {
          expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        }
        expect(read(festivalJsonLd(festivalNamed, site)).name).toBe(name);
      }),
    );
  });
});

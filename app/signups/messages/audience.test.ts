import { describe, expect, test } from "vitest";
import type { Festival } from "~/festivals/festival.ts";
import { type Audience, audienceKey, mayWriteTo, parseAudience } from "./audience.ts";

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const [waterland, lumen, kade] = [id(1), id(2), id(3)];
const ten = "2027-04-08T08:00:00Z";
const noon = "2027-04-08T10:00:00Z";

const sessions = [
  { id: id(4), organisationId: lumen, startsAt: ten },
  { id: id(5), organisationId: waterland, startsAt: ten },
  { id: id(6), organisationId: lumen, startsAt: noon },
];

const host = (organisationId: string, status: string) => ({ organisation: { id: organisationId }, status });
const festival = {
  leadOrganisationId: waterland,
  hosts: [host(waterland, "accepted"), host(lumen, "accepted"), host(kade, "left")],
} as unknown as Festival;

const all: Audience = { kind: "festival" };
const session = (last: number): Audience => ({ kind: "session", sessionId: id(last) });
const slot = (startsAt: string): Audience => ({ kind: "slot", startsAt });
const people = (organisationId: string): Audience => ({ kind: "host", organisationId });
const standing = (organisationId: string | null, role: "member" | "organiser" | "admin" = "organiser") => ({
  organisationId,
  role,
});

describe("who may write to whom", () => {
  test.each([
    ["the lead, all", standing(waterland), all, true],
    ["the lead, a session of a partner", standing(waterland), session(4), true],
    ["the lead, people of a partner", standing(waterland), people(lumen), true],
    ["the lead's admin, all", standing(waterland, "admin"), all, true],
    ["a member of the lead, all", standing(waterland, "member"), all, false],
    ["a host, all", standing(lumen), all, false],
    ["a host, its own session", standing(lumen), session(4), true],
    ["a host, a session of the lead", standing(lumen), session(5), false],
    ["a host, a session there is not", standing(lumen), session(9), false],
    ["a host, its own people", standing(lumen), people(lumen), true],
    ["a host, people of the lead", standing(lumen), people(waterland), false],
    ["a host, a time that is all its own", standing(lumen), slot(noon), true],
    ["a host, a time it shares", standing(lumen), slot(ten), false],
    ["a host, a time when nothing is", standing(lumen), slot("2027-04-08T22:00:00Z"), false],
    ["a host that left, its own people", standing(kade), people(kade), false],
    ["somebody without an organisation", standing(null), people(lumen), false],
    ["nobody", null, all, false],
  ])("%s: %4$s", (_, viewer, audience, may) =>
    expect(mayWriteTo(viewer, festival, audience, sessions)).toBe(may),
  );
});

describe("an audience in a form", () => {
  test.each([all, session(4), slot(ten), people(lumen)])("comes back as it was: %j", (audience) =>
    expect(parseAudience(audienceKey(audience))).toEqual(audience),
  );
  test.each([
    "",
    "everybody",
    "festival:x",
    "session:",
    "session:4",
    "slot:yesterday",
    "slot:2027-04-08",
    "host:x",
  ])("%j is none", (key) => expect(parseAudience(key)).toBeNull());
});

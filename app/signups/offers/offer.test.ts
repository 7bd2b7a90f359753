import { describe, expect, test } from "vitest";
import { getText } from "~/platform/i18n/catalogue.ts";
import { Temporal } from "~/platform/time.ts";
import type { Obstacle } from "../decide.ts";
import { isOpen, type OfferState, offerState, untilWords, weighOffer } from "./offer.ts";
import { excludedBy, type Wait, waitsAtOnce } from "./waits.ts";

const now = Temporal.Instant.from("2027-01-11T08:00:00Z");
const session = { status: "confirmed", startsAt: "2027-01-11T12:00:00Z" } as const;
const held = { status: "offered", offeredUntil: "2027-01-11T09:00:00Z" } as const;
const only = (status: "confirmed" | "attended" | "waiting" | "cancelled" | "not-coming") => ({
  status,
  offeredUntil: null,
});

describe("what an answer meets", () => {
  test.each<[string, Partial<Parameters<typeof offerState>[0]>, OfferState]>([
    ["an offer that stands", { own: held }, "open"],
    ["one that runs out this very moment", { own: { ...held, offeredUntil: now.toString() } }, "gone"],
    ["one that lapsed", { own: only("cancelled") }, "gone"],
    ["one of a person who is forgotten", { own: null }, "gone"],
    ["one that was taken", { own: only("confirmed") }, "yours"],
    ["one that was taken and came", { own: only("attended") }, "yours"],
    ["one that was taken and given up late", { own: only("not-coming") }, "gone"],
    ["one who lined up again", { own: only("waiting") }, "waiting"],
    [
      "a session that is called off",
      { own: held, session: { ...session, status: "cancelled" } },
      "called-off",
    ],
    [
      "a seat in what is called off",
      { own: only("confirmed"), session: { ...session, status: "cancelled" } },
      "called-off",
    ],
    ["a session that has begun", { own: held, session: { ...session, startsAt: now.toString() } }, "begun"],
    [
      "a seat in what has begun",
      { own: only("confirmed"), session: { ...session, startsAt: now.toString() } },
      "yours",
    ],
  ])("%s", (_case, given, state) => {
    expect(offerState({ own: null, session, now, ...given })).toBe(state);
  });

  test("an offer stands until its very end and no longer", () => {
    const at = (minutes: number) => now.add({ minutes });
    expect([59, 60, 61].map((minutes) => isOpen(held, at(minutes)))).toEqual([true, false, false]);
  });
});

describe("what a yes costs", () => {
  const sketching: Obstacle = {
    why: "clash",
    sessionId: "sketching",
    title: "Sketching",
    startsAt: "2027-01-11T12:30:00Z",
    endsAt: "2027-01-11T13:30:00Z",
    timeZone: "Europe/Amsterdam",
    mayGiveUp: true,
  };
  const own = { ...sketching, sessionId: "own", mayGiveUp: false };
  test.each([
    ["nothing when nothing is in the way", [], null, [], null],
    ["nothing when what they would have given up is no longer in the way", [], "sketching", [], null],
    ["the seat they named in the queue", [sketching], "sketching", [], sketching],
    ["a choice when they named none", [sketching], null, [sketching], null],
    ["a choice when more is in the way than they named", [sketching, own], "sketching", [own], sketching],
    ["never what they give themselves", [own], "own", [own], null],
  ])("%s", (_case, obstacles, named, inTheWay, givesUp) => {
    expect(weighOffer(obstacles, named)).toEqual({ inTheWay, givesUp });
  });
});

describe("what else one waits for", () => {
  const wait = (sessionId: string, hour: number, more: Partial<Wait> = {}): Wait => ({
    sessionId,
    title: sessionId,
    status: "waiting",
    startsAt: `2027-01-11T${hour}:00:00Z`,
    endsAt: `2027-01-11T${hour + 1}:00:00Z`,
    allDay: false,
    proposalId: null,
    ...more,
  });
  const seat = wait("seat", 12, { proposalId: "p" });
  const waits = [
    seat,
    wait("at once", 12),
    wait("held at once", 12, { status: "offered" }),
    wait("later", 13),
    wait("again later", 15, { proposalId: "p" }),
    wait("all day", 12, { allDay: true }),
    wait("other workshop", 15, { proposalId: "q" }),
  ];

  test("ends with a seat at that time, or in the same workshop", () => {
    const titles = excludedBy(seat, waits).map(({ title }) => title);
    expect(titles).toEqual(["at once", "held at once", "again later"]);
  });

  test("counts at that time, the one asked about with it", () => {
    expect(waitsAtOnce(seat, waits)).toBe(3);
    expect(waitsAtOnce(wait("later", 13), waits)).toBe(1);
  });
});

test.each([
  ["2027-01-11T13:30:00Z", "14:30"],
  // After midnight where the reader is.
  ["2027-01-11T23:30:00Z", "Tue 12 Jan, 00:30"],
])("until %s reads as %s", (until, words) => {
  expect(untilWords(until, now, getText("en", "Europe/Amsterdam"))).toBe(words);
});

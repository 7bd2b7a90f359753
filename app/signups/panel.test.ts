import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import type { Obstacle } from "./decide.ts";
import { type PanelFacts, standingOf } from "./panel.ts";

const now = Temporal.Instant.from("2027-01-11T08:00:00Z");
const session = { kind: "workshop", status: "confirmed", startsAt: "2027-01-11T09:00:00Z" } as const;
const clash: Obstacle = {
  why: "clash",
  sessionId: "other",
  title: "Sketching",
  startsAt: "2027-01-11T09:30:00Z",
  endsAt: "2027-01-11T10:30:00Z",
  timeZone: "Europe/Amsterdam",
  mayGiveUp: true,
};
const facts: PanelFacts = {
  session,
  window: "open",
  now,
  own: null,
  gives: false,
  obstacles: [],
  givesUp: null,
  anonymous: false,
  seatsLeft: 3,
  waiting: 0,
};

describe("where a reader stands with a session", () => {
  const seat = { status: "confirmed", place: null } as const;
  const queued = { status: "waiting", place: 2 } as const;
  test.each<[string, Partial<PanelFacts>, unknown]>([
    ["a seat is free", {}, { is: "free", place: null }],
    ["everybody fits", { seatsLeft: null }, { is: "free", place: null }],
    ["it is full", { seatsLeft: 0, waiting: 4 }, { is: "free", place: 5 }],
    ["the free seats are for those who wait", { seatsLeft: 1, waiting: 1 }, { is: "free", place: 2 }],
    ["nobody is signed in", { anonymous: true }, { is: "anonymous" }],
    [
      "nobody is signed in and sign-up has closed",
      { anonymous: true, window: "closed" },
      { is: "refused", reason: "closed" },
    ],
    [
      "something is in the way",
      { obstacles: [clash] },
      { is: "in-the-way", reason: "clash", obstacles: [clash], place: null },
    ],
    ["they have a seat", { own: seat }, { is: "seated", mayLeave: true }],
    [
      "they have a seat in what has begun",
      { own: seat, session: { ...session, startsAt: now.toString() } },
      { is: "seated", mayLeave: false },
    ],
    ["they wait", { own: queued }, { is: "waiting", place: 2, inTheWay: [], givesUp: null }],
    [
      "they wait and are busy",
      { own: queued, obstacles: [clash] },
      { is: "waiting", place: 2, inTheWay: [clash], givesUp: null },
    ],
    [
      "they wait and would swap",
      { own: queued, obstacles: [clash], givesUp: "other" },
      { is: "waiting", place: 2, inTheWay: [], givesUp: clash },
    ],
    [
      "they waited for what has begun",
      { own: queued, session: { ...session, startsAt: now.toString() } },
      { is: "refused", reason: "past" },
    ],
  ])("%s", (_case, given, standing) => {
    expect(standingOf({ ...facts, ...given })).toEqual(standing);
  });
});

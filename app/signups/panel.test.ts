import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import type { Obstacle } from "./decide.ts";
import type { Offer } from "./offers/offer.ts";
import { type PanelFacts, standingOf } from "./panel.ts";

const at = (instant: string) => Temporal.Instant.from(instant);
const now = at("2027-01-11T08:00:00Z");
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
  offer: null,
  atOnce: 1,
  anonymous: false,
  seatsLeft: 3,
  waiting: 0,
  ahead: 0,
};

describe("where a reader stands with a session", () => {
  const seat = { status: "confirmed", place: null } as const;
  const queued = { status: "waiting", place: 2 } as const;
  const moves = {
    now: "offer",
    offersFrom: "2027-01-10T09:00:00Z",
    standsAt: "2027-01-11T08:30:00Z",
    mayTake: false,
  };
  const waits = { is: "waiting", place: 2, inTheWay: [], givesUp: null, atOnce: 1, queue: moves };
  const late = at("2027-01-11T08:40:00Z");
  const held = { status: "offered", place: null } as const;
  const offer: Offer = {
    sessionId: "this",
    until: "2027-01-11T08:30:00Z",
    inTheWay: [],
    givesUp: null,
    drops: [],
    together: false,
  };
  test.each<[string, Partial<PanelFacts>, unknown]>([
    ["a seat is free", {}, { is: "free", place: null }],
    ["everybody fits", { seatsLeft: null }, { is: "free", place: null }],
    ["it is full", { seatsLeft: 0, waiting: 4 }, { is: "free", place: 5 }],
    [
      "the free seats are for those who wait",
      { seatsLeft: 1, waiting: 1, ahead: 1 },
      { is: "free", place: 2 },
    ],
    [
      "those who wait may not take the free seats, which are kept for the reader's people",
      { seatsLeft: 1, waiting: 4, ahead: 0 },
      { is: "free", place: null },
    ],
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
    ["they wait", { own: queued }, waits],
    ["they wait and are busy", { own: queued, obstacles: [clash] }, { ...waits, inTheWay: [clash] }],
    [
      "they wait and would swap",
      { own: queued, obstacles: [clash], givesUp: "other" },
      { ...waits, givesUp: clash },
    ],
    ["they wait for several at once", { own: queued, atOnce: 3 }, { ...waits, atOnce: 3 }],
    ["they wait after sign-up closed", { own: queued, window: "closed" }, waits],
    [
      "they wait days before, when a free seat is given",
      { own: queued, now: at("2027-01-09T08:00:00Z") },
      { ...waits, queue: { ...moves, now: "give" } },
    ],
    [
      "they wait in the last half hour and a seat is free",
      { own: queued, now: late, seatsLeft: 1, waiting: 4 },
      { ...waits, queue: { ...moves, now: "whoever", mayTake: true } },
    ],
    [
      "they wait in the last half hour and none is free",
      { own: queued, now: late, seatsLeft: 0, waiting: 4 },
      { ...waits, queue: { ...moves, now: "whoever" } },
    ],
    [
      "a seat is free in the last half hour, whoever waits",
      { now: late, seatsLeft: 1, waiting: 4 },
      { is: "free", place: null },
    ],
    ["a seat is held for them", { own: held, offer, seatsLeft: 0 }, { is: "offered", offer }],
    [
      "a seat is held for them though sign-up has closed",
      { own: held, offer, window: "closed" },
      { is: "offered", offer },
    ],
    ["what was held for them ran out", { own: held, seatsLeft: 0, waiting: 1 }, { is: "free", place: 2 }],
    [
      "what was held for them ran out and sign-up has closed",
      { own: held, window: "closed" },
      { is: "refused", reason: "closed" },
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

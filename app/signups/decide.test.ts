import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { decidePromotion, decideSignup, type Obstacle, type SignupFacts, seatsToGive } from "./decide.ts";

const now = Temporal.Instant.from("2027-01-11T08:00:00Z");
const session = { kind: "workshop", status: "confirmed", startsAt: "2027-01-11T09:00:00Z" } as const;
const free: SignupFacts = {
  session,
  window: "open",
  now,
  own: null,
  gives: false,
  obstacles: [],
  givesUp: null,
};

function obstacle(given: Partial<Obstacle>): Obstacle {
  return {
    why: "clash",
    sessionId: "other",
    title: "Sketching",
    startsAt: "2027-01-11T09:30:00Z",
    endsAt: "2027-01-11T10:30:00Z",
    timeZone: "Europe/Amsterdam",
    mayGiveUp: true,
    ...given,
  };
}

const clash = obstacle({});
const twin = obstacle({ why: "same-workshop", sessionId: "twin" });
const ownTalk = obstacle({ sessionId: "talk", mayGiveUp: false });

describe("a request for a seat", () => {
  const lineUp = { do: "queue", givesUp: null };
  const refused = (reason: string) => ({ do: "refuse", reason });
  test.each<[string, Partial<SignupFacts>, unknown]>([
    ["lines up when nothing is in the way", {}, lineUp],
    ["lines up again after giving up", { own: "cancelled" }, lineUp],
    ["keeps the place it has", { own: "waiting" }, lineUp],
    ["keeps the place it has when sign-up has closed", { own: "waiting", window: "closed" }, lineUp],
    ["keeps the seat it has", { own: "confirmed" }, { do: "keep-seat" }],
    [
      "keeps the seat it has when sign-up has closed",
      { own: "confirmed", window: "closed" },
      { do: "keep-seat" },
    ],
    [
      "keeps the seat it has whatever else was moved there",
      { own: "confirmed", obstacles: [clash] },
      { do: "keep-seat" },
    ],
    ["is refused before sign-up opens", { window: "not-yet" }, refused("not-open-yet")],
    ["is refused after sign-up closed", { window: "closed" }, refused("closed")],
    ["is refused where wishes are drawn", { window: "ballot" }, refused("ballot")],
    ["is refused for a break", { session: { ...session, kind: "break" } }, refused("no-signup")],
    [
      "is refused for what is called off",
      { session: { ...session, status: "cancelled" } },
      refused("cancelled"),
    ],
    [
      "is refused for what is called off, even with a seat",
      { session: { ...session, status: "cancelled" }, own: "confirmed" },
      refused("cancelled"),
    ],
    ["is refused once it has begun", { session: { ...session, startsAt: now.toString() } }, refused("past")],
    ["is refused to who gives it", { gives: true }, refused("own-session")],
    ["is refused for a clash", { obstacles: [clash] }, { ...refused("clash"), obstacles: [clash] }],
    [
      "is refused for a second seat in a workshop",
      { obstacles: [twin] },
      { ...refused("same-workshop"), obstacles: [twin] },
    ],
    ["swaps a seat in the way", { obstacles: [clash], givesUp: "other" }, { do: "queue", givesUp: "other" }],
    [
      "swaps a seat in the same workshop",
      { obstacles: [twin], givesUp: "twin" },
      { do: "queue", givesUp: "twin" },
    ],
    ["keeps a seat that is not in the way", { givesUp: "other" }, lineUp],
    [
      "cannot swap what the person gives",
      { obstacles: [ownTalk], givesUp: "talk" },
      { ...refused("clash"), obstacles: [ownTalk] },
    ],
    [
      "names what is still in the way after a swap",
      { obstacles: [clash, ownTalk], givesUp: "other" },
      { ...refused("clash"), obstacles: [ownTalk] },
    ],
  ])("%s", (_case, facts, decision) => {
    expect(decideSignup({ ...free, ...facts })).toEqual(decision);
  });
});

describe("a free seat for the first in the queue", () => {
  test.each([
    ["is theirs when nothing is in the way", [], null, { seat: true, givesUp: null }],
    ["is theirs when they give up what is in the way", [clash], "other", { seat: true, givesUp: "other" }],
    ["costs nothing that is no longer in the way", [], "other", { seat: true, givesUp: null }],
    ["passes them over when they are busy", [clash], null, { seat: false }],
    ["passes them over when more is in the way", [clash, twin], "other", { seat: false }],
  ])("%s", (_case, obstacles, givesUp, verdict) => {
    expect(decidePromotion(obstacles, givesUp)).toEqual(verdict);
  });
});

describe("seats to give", () => {
  const full = { status: "confirmed", startsAt: session.startsAt, capacity: 3, seatsTaken: 3 } as const;
  test.each([
    ["none when full", full, 0],
    ["the difference", { ...full, seatsTaken: 1 }, 2],
    ["without end where everybody fits", { ...full, capacity: null }, Number.POSITIVE_INFINITY],
    ["none once it has begun", { ...full, seatsTaken: 1, startsAt: now.toString() }, 0],
    ["none when called off", { ...full, seatsTaken: 1, status: "cancelled" as const }, 0],
  ])("%s", (_case, given, seats) => {
    expect(seatsToGive(given, now)).toBe(seats);
  });
});

import { describe, expect, test } from "vitest";
import { dayOf, type Life, membersOf } from "#tests/support/roster-world.ts";
import { decideOffers } from "./offer.ts";
import { type PlannedTurn, planTurns, type RosterFacts } from "./plan.ts";

const four: Life[] = ["waterland", "lumen", "kade", "polder"].map((organisation) => ({
  organisation,
  joins: 0,
}));

function turn(week: number, changes: Partial<PlannedTurn> = {}): PlannedTurn {
  return {
    id: `t${week}`,
    heldOn: dayOf(week),
    status: "open",
    memberId: null,
    present: null,
    declinedBy: [],
    ...changes,
  };
}

function factsOf(turns: PlannedTurn[], lives = four): RosterFacts {
  return { mode: "per-head", seed: "fixed", members: membersOf(lives), turns };
}

function speakersOf(facts: RosterFacts): Record<string, string | null> {
  return Object.fromEntries([...planTurns(facts)].map(([id, choice]) => [id, choice?.memberId ?? null]));
}

const eight = Array.from({ length: 8 }, (_, week) => turn(week));

describe("a plan", () => {
  test("gives everybody a turn before anybody has a second", () => {
    const speakers = Object.values(speakersOf(factsOf(eight)));
    expect(speakers.slice(0, 4).toSorted()).toEqual(["m0", "m1", "m2", "m3"]);
    expect(speakers.slice(4)).toEqual(speakers.slice(0, 4));
  });

  test("is the same whatever order the turns and the members come in", () => {
    const facts = factsOf(eight);
    const shuffled = { ...facts, turns: eight.toReversed(), members: facts.members.toReversed() };
    expect(speakersOf(shuffled)).toEqual(speakersOf(facts));
  });

  test("leaves offered and confirmed turns alone and counts them as given", () => {
    const agreed = [
      turn(3, { status: "confirmed", memberId: "m0" }),
      turn(5, { status: "offered", memberId: "m1" }),
    ];
    const speakers = speakersOf(factsOf([turn(0), turn(1), ...agreed]));
    expect(Object.keys(speakers)).toEqual(["t0", "t1"]);
    expect(Object.values(speakers).toSorted()).toEqual(["m2", "m3"]);
  });

  test("lets a decliner rest for two turns, unless three quarters of a talk are due to them by then", () => {
    const declined = turn(0, { declinedBy: ["m0"], status: "confirmed", memberId: "m1" });
    const rests = [declined, turn(1), turn(2), turn(3)];
    expect(speakersOf(factsOf(rests))).toEqual({ t1: "m3", t2: "m2", t3: "m0" });
    expect(speakersOf(factsOf(rests, four.slice(0, 2)))).toEqual({ t1: "m1", t2: "m0", t3: "m1" });
  });

  test("passes over those who are away that week alone", () => {
    const lives = [{ organisation: "waterland", joins: 0, away: [0] }, four[1]!];
    expect(speakersOf(factsOf([turn(0), turn(1)], lives))).toEqual({ t0: "m1", t1: "m0" });
  });

  test("leaves a turn empty when nobody is on the roster", () => {
    expect(speakersOf(factsOf([turn(0)], []))).toEqual({ t0: null });
  });

  test("pays nobody for a no-show or a cancelled turn", () => {
    const present = [
      { memberId: "m0", share: "1/2" },
      { memberId: "m1", share: "1/2" },
    ];
    const lost = [
      turn(0, { status: "no-show", memberId: "m0", present }),
      turn(1, { status: "cancelled", memberId: "m1" }),
    ];
    const choice = planTurns(factsOf([...lost, turn(2)], four.slice(0, 2))).get("t2");
    expect(choice?.explanation).toMatchObject({ share: 0, given: 0, lastSpokeOn: null });
  });

  test("says why in figures", () => {
    const held = turn(0, {
      status: "held",
      memberId: "m1",
      present: ["m0", "m1", "m2"].map((memberId) => ({ memberId, share: "1/3" })),
    });
    expect(planTurns(factsOf([held, turn(1)], four.slice(0, 1))).get("t1")?.explanation).toEqual({
      reason: "only-one",
      relaxed: null,
      share: 0.33,
      given: 0,
      ahead: 0,
      lastSpokeOn: null,
      present: 1,
      candidates: 1,
      organisation: null,
    });
  });
});

describe("per organisation", () => {
  test("organisations take turns, whatever their size, and so do the members of each", () => {
    const lives = ["waterland", "waterland", "waterland", "lumen"].map((organisation) => ({
      organisation,
      joins: 0,
    }));
    const speakers = Object.values(speakersOf({ ...factsOf(eight, lives), mode: "per-organisation" }));
    expect(speakers.filter((id) => id === "m3")).toHaveLength(4);
    expect(new Set(speakers).size).toBe(4);
    const alternates = speakers.slice(1).map((id, at) => (id === "m3") !== (speakers[at] === "m3"));
    expect(alternates).toEqual(Array(7).fill(true));
  });
});

describe("offers", () => {
  const anyDue = () => true;

  test("go to one member once, in order of date", () => {
    const offers = decideOffers(factsOf(eight), anyDue);
    expect(offers.map(({ turnId }) => turnId)).toEqual(["t0", "t1", "t2", "t3"]);
    expect(new Set(offers.map(({ choice }) => choice.memberId)).size).toBe(4);
  });

  test("pass over who already holds one, and wait where nobody is left", () => {
    const facts = factsOf(
      [turn(0, { status: "offered", memberId: "m0" }), turn(6), turn(7)],
      four.slice(0, 2),
    );
    expect(decideOffers(facts, anyDue).map(({ turnId, choice }) => [turnId, choice.memberId])).toEqual([
      ["t6", "m1"],
    ]);
  });

  test("are made for turns that are due alone", () => {
    expect(decideOffers(factsOf(eight), ({ id }) => id === "t2").map(({ turnId }) => turnId)).toEqual(["t2"]);
  });
});

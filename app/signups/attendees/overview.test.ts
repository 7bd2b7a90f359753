import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { attentionOf, figuresOf, type Watched } from "./overview.ts";

const now = Temporal.Instant.from("2027-01-10T09:00:00Z");

describe("the figures of a session", () => {
  test("count seats, places and what is kept, by organisation", () => {
    const counts = [
      { organisationId: "lumen", status: "confirmed" as const, count: 3 },
      { organisationId: "lumen", status: "waiting" as const, count: 4 },
      { organisationId: null, status: "offered" as const, count: 1 },
      { organisationId: "kade", status: "attended" as const, count: 2 },
      { organisationId: "kade", status: "absent" as const, count: 9 },
      { organisationId: "kade", status: "not-coming" as const, count: 9 },
    ];
    const guarantees = [
      { organisationId: "lumen", seats: 2 },
      { organisationId: "kade", seats: 3 },
      { organisationId: "polder", seats: 4 },
    ];
    expect(figuresOf({ capacity: 12, counts, guarantees })).toEqual({
      capacity: 12,
      taken: 6,
      waiting: 4,
      offered: 1,
      kept: 5,
      shares: [
        { organisationId: "lumen", seats: 3, kept: 0 },
        { organisationId: "kade", seats: 2, kept: 1 },
        { organisationId: null, seats: 1, kept: 0 },
        { organisationId: "polder", seats: 0, kept: 4 },
      ],
    });
  });
});

const calm: Watched = {
  ...{ sessionId: "a", startsAt: "2027-01-20T09:00:00Z", clashes: 0 },
  ...{ capacity: 20, taken: 10, waiting: 0, offered: 0, kept: 0, shares: [] },
};

describe("what needs attention", () => {
  test.each<[string, Partial<Watched>, [string, number][]]>([
    ["nothing of a calm one", {}, []],
    ["many waiting for a full one", { taken: 20, waiting: 3 }, [["full", 3]]],
    ["not a few waiting", { taken: 20, waiting: 2 }, []],
    ["not a few waiting for a large one", { capacity: 100, taken: 100, waiting: 9 }, []],
    ["a tenth waiting for a large one", { capacity: 100, taken: 100, waiting: 10 }, [["full", 10]]],
    ["not many waiting while seats are free", { taken: 19, waiting: 9 }, []],
    ["kept seats while others wait", { waiting: 1, kept: 4 }, [["kept", 4]]],
    ["not kept seats that nobody misses", { kept: 4 }, []],
    ["an empty one soon", { taken: 0, startsAt: "2027-01-12T09:00:00Z" }, [["empty", 20]]],
    ["not an empty one later", { taken: 0, startsAt: "2027-01-12T09:00:01Z" }, []],
    ["not one without a limit", { capacity: null, taken: 0, startsAt: "2027-01-11T09:00:00Z" }, []],
    ["people who must choose", { clashes: 2 }, [["clashes", 2]]],
    ["nothing of what has begun", { clashes: 2, startsAt: "2027-01-10T09:00:00Z" }, []],
  ])("is %s", (_, given, expected) => {
    const found = attentionOf([{ ...calm, ...given }], now);
    expect(found.map(({ need, count }) => [need, count])).toEqual(expected);
  });

  test("comes with what matters most first, the soonest before the others", () => {
    const found = attentionOf(
      [
        { ...calm, sessionId: "later", taken: 20, waiting: 9, startsAt: "2027-01-21T09:00:00Z" },
        { ...calm, sessionId: "sooner", taken: 20, waiting: 3 },
        { ...calm, sessionId: "moved", clashes: 1, startsAt: "2027-01-22T09:00:00Z" },
      ],
      now,
    );
    expect(found.map(({ sessionId }) => sessionId)).toEqual(["moved", "sooner", "later"]);
  });
});

import { describe, expect, test } from "vitest";
import { type Explanation, sentencesOf } from "./explain.ts";

const why: Explanation = {
  reason: "highest-share",
  relaxed: null,
  share: 1.42,
  given: 1,
  ahead: 0,
  lastSpokeOn: "2026-08-18",
  present: 12,
  candidates: 7,
  organisation: null,
};

describe("an explanation", () => {
  test("names share, talks given and weeks since the last", () => {
    expect(sentencesOf(why, "2026-11-24")).toEqual([
      { key: "figures", values: { share: 1.42, given: 1 } },
      { key: "lastSpoke", values: { count: 14 } },
      { key: "reason.highest-share", values: { count: 7 } },
    ]);
  });

  test.each<[string, Partial<Explanation>, string[]]>([
    [
      "who never spoke",
      { lastSpokeOn: null, reason: "joined-first" },
      ["figures", "neverSpoke", "reason.joined-first"],
    ],
    [
      "talks already agreed",
      { ahead: 1, relaxed: "gap" },
      ["figures", "ahead", "lastSpoke", "reason.highest-share", "relaxed.gap"],
    ],
    [
      "the organisation where organisations take turns",
      { organisation: { share: 3.5, given: 3 }, reason: "organisation-share" },
      ["figures", "lastSpoke", "organisation", "reason.organisation-share"],
    ],
    ["that somebody volunteered, and nothing else", { reason: "volunteered" }, ["reason.volunteered"]],
  ])("tells of %s", (_, changes, keys) => {
    expect(sentencesOf({ ...why, ...changes }, "2026-11-24").map(({ key }) => key)).toEqual(keys);
  });
});

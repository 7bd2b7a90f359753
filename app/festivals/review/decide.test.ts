import { describe, expect, test } from "vitest";
import { type ProposalStatus, proposalStatuses } from "#db/schema/proposals.ts";
import { decideEach, type Present, pickValue, readPick, type Verdict, verdicts } from "./decide.ts";
import { decisionOf, toldOf } from "./row.ts";

const present = (status: ProposalStatus, mayDecide = true): Present => ({
  ...{ id: "p", title: "P", status, mayDecide },
  ...{ decidedBy: "Bram", decidedAt: "2026-11-23T09:00:00Z" },
});
const decide = (seen: ProposalStatus, now: Present | null, verdict: Verdict) =>
  decideEach([{ id: "p", seen }], verdict, new Map(now ? [["p", now]] : []));
const decided = (status: ProposalStatus) => ({
  ...{ id: "p", title: "P", reason: "decided", status, by: "Bram", at: "2026-11-23T09:00:00Z" },
});

describe("a decision", () => {
  test.each<[ProposalStatus, ProposalStatus, Verdict, "changes" | "stays" | "decided"]>([
    ["submitted", "submitted", "accepted", "changes"],
    ["submitted", "accepted", "accepted", "stays"],
    ["submitted", "confirmed", "accepted", "stays"],
    ["submitted", "declined", "accepted", "decided"],
    ["declined", "declined", "accepted", "changes"],
    ["accepted", "confirmed", "declined", "decided"],
    ["confirmed", "confirmed", "declined", "changes"],
    ["accepted", "submitted", "declined", "decided"],
    ["accepted", "submitted", "submitted", "stays"],
    ["accepted", "accepted", "submitted", "changes"],
  ])("seen %s, now %s, to be %s: %s", (seen, now, verdict, outcome) => {
    expect(decide(seen, present(now), verdict)).toEqual({
      change: outcome === "changes" ? ["p"] : [],
      obstacles: outcome === "decided" ? [decided(now)] : [],
    });
  });

  test("is refused for what is gone, a draft, withdrawn or another host's", () => {
    expect(decide("submitted", null, "accepted").obstacles).toEqual([{ id: "p", reason: "unknown" }]);
    expect(decide("submitted", present("draft"), "accepted").obstacles).toEqual([
      { id: "p", reason: "unknown" },
    ]);
    expect(decide("submitted", present("withdrawn"), "accepted").obstacles).toEqual([
      { id: "p", title: "P", reason: "withdrawn" },
    ]);
    expect(decide("submitted", present("submitted", false), "accepted").obstacles).toEqual([
      { id: "p", title: "P", reason: "not-yours" },
    ]);
  });

  test("made twice finds nothing to change", () => {
    for (const verdict of verdicts) {
      for (const status of proposalStatuses.filter((one) => one !== "draft" && one !== "withdrawn")) {
        const { obstacles } = decide(status, present(status), verdict);
        expect(obstacles).toEqual([]);
        const after = decideEach([{ id: "p", seen: status }], verdict, new Map([["p", present(verdict)]]));
        expect(after).toEqual({ change: [], obstacles: [] });
      }
    }
  });

  test("chosen twice on one page counts once", () => {
    const picks = [
      { id: "p", seen: "submitted" as const },
      { id: "p", seen: "submitted" as const },
    ];
    expect(decideEach(picks, "reserve", new Map([["p", present("submitted")]])).change).toEqual(["p"]);
  });

  test("goes through a box of a form unharmed", () => {
    const id = "0b5c9a52-0000-4000-8000-000000000001";
    expect(readPick(pickValue({ id, status: "reserve" }))).toEqual({ id, seen: "reserve" });
    for (const odd of ["", "x", `${id}`, `${id}.`, `${id}.Reserve`, `${id}.a.b`])
      expect(readPick(odd)).toBeNull();
  });
});

describe("what the speakers know", () => {
  test.each<[ProposalStatus, ProposalStatus | null, ReturnType<typeof toldOf>]>([
    ["submitted", null, null],
    ["submitted", "accepted", "changed"],
    ["accepted", null, "untold"],
    ["accepted", "accepted", "told"],
    ["confirmed", "accepted", "told"],
    ["declined", "accepted", "changed"],
    ["declined", "declined", "told"],
    ["reserve", null, "untold"],
    ["withdrawn", "accepted", null],
    ["withdrawn", null, null],
    ["draft", null, null],
  ])("%s, told %s: %s", (status, toldStatus, expected) => {
    expect(toldOf({ status, toldStatus })).toBe(expected);
  });

  test("is what was decided; confirmed is accepted", () => {
    expect(proposalStatuses.map(decisionOf)).toEqual([
      ...[null, null, "accepted", "reserve", "declined", "accepted", null],
    ]);
  });
});

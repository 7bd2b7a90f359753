import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerStatuses, turnStatuses } from "#db/schema/lectures.ts";
import { Temporal } from "~/platform/time.ts";
import { type Linked, standingOf, takesNo, takesYes } from "./standing.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const startsAt = "2026-11-26T09:30:00Z";
const me = "me";

const open = { status: "open", startsAt, memberId: null, hasGuest: false } as const;
const offered = { ...open, status: "offered", memberId: "other" } as const;

describe("what a link says", () => {
  test.each<[string, Linked, string]>([
    ["the offer is open", { offer: "open", turn: { ...offered, memberId: me }, memberId: me }, "asked"],
    ["a stand-in is asked of a turn that is open", { offer: "open", turn: open, memberId: me }, "asked"],
    [
      "I said yes",
      { offer: "accepted", turn: { ...open, status: "confirmed", memberId: me }, memberId: me },
      "yours",
    ],
    [
      "another said yes",
      { offer: "lapsed", turn: { ...open, status: "confirmed", memberId: "other" }, memberId: me },
      "taken",
    ],
    ["a guest speaks", { offer: "declined", turn: { ...open, hasGuest: true }, memberId: me }, "taken"],
    ["I was late, another is asked", { offer: "lapsed", turn: offered, memberId: me }, "late"],
    ["I said no, nobody has it", { offer: "declined", turn: open, memberId: me }, "again"],
    ["I said no, another is asked", { offer: "declined", turn: offered, memberId: me }, "elsewhere"],
    ["it was taken back and is free", { offer: "withdrawn", turn: open, memberId: me }, "open"],
    ["it was taken back, another is asked", { offer: "withdrawn", turn: offered, memberId: me }, "elsewhere"],
    ["everybody is asked", { offer: null, turn: open, memberId: me }, "open"],
    ["everybody was asked, now another is", { offer: null, turn: offered, memberId: me }, "elsewhere"],
    ["I left the roster", { offer: "withdrawn", turn: open, memberId: null }, "left"],
    [
      "it was called off",
      { offer: "open", turn: { ...open, status: "cancelled" }, memberId: me },
      "called-off",
    ],
    ["it has begun", { offer: "open", turn: { ...open, startsAt: now.toString() }, memberId: me }, "over"],
  ])("%s", (_, linked, standing) => {
    expect(standingOf(linked, now)).toBe(standing);
  });

  const linked = fc.record({
    offer: fc.constantFrom(...offerStatuses, null),
    turn: fc.record({
      status: fc.constantFrom(...turnStatuses),
      startsAt: fc.constantFrom(startsAt, "2026-11-23T08:00:00Z"),
      memberId: fc.constantFrom(me, "other", null),
      hasGuest: fc.boolean(),
    }),
    memberId: fc.constantFrom(me, null),
  });

  test("nobody can say yes to a lecture that is over, off, or somebody's", () => {
    fc.assert(
      fc.property(linked, (one) => {
        const { turn } = one;
        const isGone =
          turn.startsAt !== startsAt || turn.hasGuest || ["confirmed", "cancelled"].includes(turn.status);
        if (isGone) expect(takesYes(standingOf(one, now))).toBe(false);
      }),
    );
  });

  test("nobody can say no to what they were not asked and did not promise", () => {
    fc.assert(
      fc.property(linked, (one) => {
        if (!takesNo(standingOf(one, now))) return;
        const promised = one.turn.status === "confirmed" && one.turn.memberId === one.memberId;
        expect(one.offer === "open" || promised).toBe(true);
      }),
    );
  });
});

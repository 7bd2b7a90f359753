import fc from "fast-check";
import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { halfDaysOf, mostDaysAsked } from "./half-days.ts";

test("a day has a morning and an afternoon that meet at one", () => {
  expect(halfDaysOf({ startsOn: "2027-04-08", endsOn: "2027-04-08" })).toEqual([
    {
      ...{ id: "2027-04-08-am", date: "2027-04-08", half: "am" },
      ...{ startsLocal: "2027-04-08T00:00", endsLocal: "2027-04-08T13:00" },
    },
    {
      ...{ id: "2027-04-08-pm", date: "2027-04-08", half: "pm" },
      ...{ startsLocal: "2027-04-08T13:00", endsLocal: "2027-04-09T00:00" },
    },
  ]);
});

test("the half days of a festival cover it without a gap, or there are none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 800 }), (length, offset) => {
      const first = Temporal.PlainDate.from("2026-01-01").add({ days: offset });
      const endsOn = first.add({ days: length }).toString();
      const halves = halfDaysOf({ startsOn: first.toString(), endsOn });
      if (length + 1 > mostDaysAsked) return halves.length === 0;
      const meet = halves.every(
        (half, index) => index === 0 || halves[index - 1]?.endsLocal === half.startsLocal,
      );
      return meet && halves.length === 2 * (length + 1);
    }),
  );
});

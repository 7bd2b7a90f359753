import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countFates, type Fates, fateOf, leaveForms } from "./leaving.ts";

const kade = "0a0a0a0a-0000-4000-8000-000000000001";
const session = "0b0b0b0b-0000-4000-8000-000000000002";
const read = (form: object) => leaveForms.safeParse({ form: "leave", ...form });

describe("what becomes of sessions", () => {
  test.each([
    [{ all: "stay" }, { kind: "stay" }],
    [{ all: "cancel" }, { kind: "cancel" }],
    [{ all: `to:${kade}` }, { kind: "hand-over", to: kade }],
    [{ all: "stay", of: { [session]: "cancel" } }, { kind: "cancel" }],
    [
      { all: "cancel", of: { [session]: `to:${kade}` } },
      { kind: "hand-over", to: kade },
    ],
    [{ all: "cancel", of: { [session]: undefined } }, { kind: "cancel" }],
    [{ all: "cancel", of: { other: "stay" } }, { kind: "cancel" }],
  ])("%o means %o", (typed, fate) => {
    const { data } = read(typed);
    expect(data && fateOf(data, session)).toEqual(fate);
  });

  test.each([
    {},
    { all: "" },
    { all: "nothing" },
    { all: "to:somebody" },
    { all: `to:${kade}; drop` },
    { all: "stay", of: { [session]: "vanish" } },
    { all: "stay", reason: "x".repeat(1001) },
  ])("%o is no answer", (typed) => {
    expect(read(typed).success).toBe(false);
  });

  test("every session meets one fate, and is counted once", () => {
    const fate = fc.constantFrom<Fates["all"]>(
      { kind: "stay" },
      { kind: "cancel" },
      { kind: "hand-over", to: kade },
    );
    const ids = fc.uniqueArray(fc.uuid(), { maxLength: 20 });
    fc.assert(
      fc.property(ids, fate, fc.dictionary(fc.uuid(), fate), fc.array(fate), (all, usual, others, some) => {
        const of = {
          ...others,
          ...Object.fromEntries(some.map((one, index) => [all[index] ?? "none", one])),
        };
        const { stay, cancel, handOver } = countFates({ all: usual, of }, all);
        expect(stay + cancel + handOver).toBe(all.length);
        expect(cancel).toBe(all.filter((id) => fateOf({ all: usual, of }, id).kind === "cancel").length);
      }),
    );
  });
});

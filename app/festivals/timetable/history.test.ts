import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftFacts, type EditRow, inverseOf, isSame, nameOf, replay, stacksOf } from "./history.ts";

const ids = ["a", "b", "c"];
const fields = ["startsLocal", "roomId", "durationMinutes"];
const wish = fc.record({
  id: fc.constantFrom(...ids),
  verb: fc.constantFrom("change", "add", "drop"),
  field: fc.constantFrom(...fields),
  value: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 })),
});

/** The rows that wishes leave behind, as writing them would; what cannot be done leaves none. */
function doAll(drafts: DraftFacts, wishes: { id: string; verb: string; field: string; value: unknown }[]) {
  let state = drafts;
  const rows: EditRow[] = [];
  for (const { id, verb, field, value } of wishes) {
    const present = state[id];
    const row =
      verb === "add" && !present
        ? { draftId: id, before: null, after: { id, [field]: value } }
        : verb === "drop" && present
          ? { draftId: id, before: present, after: null }
          : verb === "change" && present && !isSame(present[field], value)
            ? { draftId: id, before: { [field]: present[field] ?? null }, after: { [field]: value } }
            : null;
    if (!row) continue;
    const done = replay(state, [row]);
    if (!done.ok) throw new Error("a row of its own state");
    state = done.drafts;
    rows.push(row);
  }
  return { state, rows };
}

const start: DraftFacts = {
  a: { id: "a", startsLocal: 1, roomId: null, durationMinutes: 2 },
  b: { id: "b", startsLocal: null, roomId: 3, durationMinutes: 2 },
};

describe("undo", () => {
  test("of any sequence gives the state before, and doing it again the state after", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), (wishes) => {
        const { state, rows } = doAll(start, wishes);
        const undone = replay(state, inverseOf(rows));
        expect(undone.ok && isSame(undone.drafts, start)).toBe(true);
        const again = replay(start, rows);
        expect(again.ok && isSame(again.drafts, state)).toBe(true);
      }),
    );
  });

  test("is refused where somebody has changed the same field since, and not where it was another", () => {
    const rows = [{ draftId: "a", before: { roomId: null }, after: { roomId: 2 } }];
    const undo = (present: object) => replay({ a: { ...start.a, ...present } }, inverseOf(rows));
    expect(undo({ roomId: 3 })).toEqual({ ok: false, draftId: "a" });
    expect(undo({ roomId: 2, durationMinutes: 9 })).toEqual({
      ok: true,
      drafts: { a: { ...start.a, roomId: null, durationMinutes: 9 } },
    });
    expect(replay({}, inverseOf(rows))).toEqual({ ok: false, draftId: "a" });
  });
});

describe("the stacks of a person", () => {
  const act = (revision: number, undone = false) => ({ revision, undone });

  test("undo the latest that stands, redo the earliest undone after it", () => {
    const { undo, redo } = stacksOf([act(1), act(2), act(5, true), act(8, true)]);
    expect([undo.map((one) => one.revision), redo.map((one) => one.revision)]).toEqual([
      [2, 1],
      [5, 8],
    ]);
  });

  test("a new act ends what could be done again", () => {
    expect(stacksOf([act(1), act(2, true), act(3)]).redo).toEqual([]);
  });
});

describe("the name of an act", () => {
  const moveRow = { draftId: "a", before: { startsLocal: "x" }, after: { startsLocal: "y" } };
  const named = (rows: EditRow[]) => {
    const { deed, count } = nameOf({ revision: 1, undone: false, title: "Bread", rows });
    return [deed, count];
  };
  test.each([
    [[moveRow], ["moved", 1]],
    [[{ draftId: "a", before: { startsLocal: null }, after: { startsLocal: "y" } }], ["placed", 1]],
    [[{ draftId: "a", before: { startsLocal: "y" }, after: { startsLocal: null } }], ["unplaced", 1]],
    [[{ draftId: "a", before: { durationMinutes: 1 }, after: { durationMinutes: 2 } }], ["resized", 1]],
    [[{ draftId: "a", before: { pinned: false }, after: { pinned: true } }], ["pinned", 1]],
    [[{ draftId: "a", before: { cancelled: false }, after: { cancelled: true } }], ["removed", 1]],
    [[{ draftId: "a", before: { id: "a" }, after: null }], ["removed", 1]],
    [[{ draftId: "a", before: { title: "x" }, after: { title: "y" } }], ["changed", 1]],
    [
      [moveRow, { ...moveRow, draftId: "b" }],
      ["moved", 2],
    ],
    [
      [
        { draftId: "a", before: { proposalId: null }, after: { proposalId: "p" } },
        { draftId: "b", before: null, after: { id: "b" } },
      ],
      ["added", 1],
    ],
  ] as [EditRow[], unknown[]][])("%j is %j", (rows, expected) => expect(named(rows)).toEqual(expected));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Act } from "./act.ts";
import type { Card } from "./card.ts";
import type { Delta } from "./delta.ts";
import { cardsShown, reduce, startState, type TimetableState } from "./state.ts";

const card = (id: string, given: Partial<Card> = {}): Card => ({
  ...{ id, kind: "workshop", title: id, organisationId: "w", trackId: null, trackName: null },
  ...{ host: { name: "Waterland", slug: "waterland", colour: "#123456" } },
  ...{ startsLocal: null, durationMinutes: 60, allDay: false, roomId: null, place: "", capacity: null },
  ...{
    speakers: [],
    equipment: "",
    pinned: false,
    cancelled: false,
    released: false,
    version: 1,
    mayEdit: true,
  },
  ...given,
});

type World = Record<string, Card>;

/** What the server says between two of its revisions. */
function deltaOf(history: World[], since: number, revision: number): Delta {
  const before = history[since]!;
  const after = history[revision]!;
  const touched = new Set<string>();
  for (let at = since; at < revision; at += 1) {
    for (const id of new Set([...Object.keys(history[at]!), ...Object.keys(history[at + 1]!)])) {
      if (history[at]![id] !== history[at + 1]![id]) touched.add(id);
    }
  }
  const listed = [...touched];
  return {
    ...{ since, revision, whole: false, notes: [], undo: [], redo: [] },
    cards: listed.flatMap((id) => after[id] ?? []),
    removed: listed.filter((id) => !after[id] && (before[id] || touched.has(id))),
  };
}

const step = fc.record({
  id: fc.constantFrom("a", "b", "c"),
  verb: fc.constantFrom("change", "drop", "add"),
  minutes: fc.integer({ min: 1, max: 9 }),
});

function historyOf(steps: { id: string; verb: string; minutes: number }[]): World[] {
  const history: World[] = [{ a: card("a"), b: card("b") }];
  for (const { id, verb, minutes } of steps) {
    const next = { ...history.at(-1)! };
    const present = next[id];
    if (verb === "drop") delete next[id];
    else if (verb === "add") next[id] ??= card(id, { durationMinutes: minutes });
    else if (present) next[id] = { ...present, durationMinutes: minutes, version: present.version + 1 };
    history.push(next);
  }
  return history;
}

const shownOf = (state: TimetableState) => Object.fromEntries(cardsShown(state).map((one) => [one.id, one]));

const begin = (world: World) =>
  startState("me", { cards: Object.values(world), revision: 0, undo: [], redo: [] });

describe("answers of the server", () => {
  test("in any order, late and twice, lead to what the server has", () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 15 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
        (steps, picks) => {
          const history = historyOf(steps);
          const last = history.length - 1;
          let state = begin(history[0]!);
          for (const [a, b] of picks) {
            const [since, revision] = [a % (last + 1), b % (last + 1)].sort((x, y) => x - y) as [
              number,
              number,
            ];
            state = reduce(state, { type: "learned", delta: deltaOf(history, since, revision) });
            expect(state.revision).toBeLessThanOrEqual(last);
          }
          // The page asks for what it misses, and has it all.
          state = reduce(state, { type: "learned", delta: deltaOf(history, state.revision, last) });
          expect(shownOf(state)).toEqual(history[last]);
          expect(state.revision).toBe(last);
        },
      ),
    );
  });

  test("a late answer does not bring back what was there before", () => {
    const history = historyOf([
      { id: "a", verb: "change", minutes: 5 },
      { id: "a", verb: "drop", minutes: 1 },
    ]);
    let state = reduce(begin(history[0]!), { type: "learned", delta: deltaOf(history, 0, 2) });
    state = reduce(state, { type: "learned", delta: deltaOf(history, 0, 1) });
    expect(Object.keys(shownOf(state))).toEqual(["b"]);
    expect(state.revision).toBe(2);
  });

  test("the whole timetable leaves out what is gone", () => {
    const delta = { ...deltaOf([{}, {}], 0, 1), whole: true, cards: [card("b")] };
    expect(
      Object.keys(shownOf(reduce(begin({ a: card("a"), b: card("b") }), { type: "learned", delta }))),
    ).toEqual(["b"]);
  });
});

describe("acts on their way", () => {
  const change = (key: string, version: number, startsLocal: string) => ({
    type: "acted" as const,
    entry: { key, act: { kind: "change", id: "a", version, change: { startsLocal } } satisfies Act },
  });
  const start = begin({ a: card("a") });
  const delta = (revision: number, given: Partial<Card>): Delta => ({
    ...{ since: 0, revision, whole: false, notes: [], undo: [], redo: [], removed: [] },
    cards: [card("a", given)],
  });

  test("are shown at once, and stay when somebody else's change arrives first", () => {
    const acted = reduce(start, change("1", 1, "2027-04-08T10:00"));
    expect(shownOf(acted).a?.startsLocal).toBe("2027-04-08T10:00");
    const other = delta(1, { version: 2, startsLocal: "2027-04-08T14:00" });
    const both = reduce(acted, { type: "learned", delta: other });
    expect(shownOf(both).a?.startsLocal).toBe("2027-04-08T10:00");
    // Still the version it was made on: the server is to refuse it.
    expect(both.pending[0]?.act).toMatchObject({ version: 1 });
  });

  test("stand on my own act before them", () => {
    const two = reduce(reduce(start, change("1", 1, "2027-04-08T10:00")), change("2", 1, "2027-04-08T11:00"));
    const answer = { ok: true as const, delta: delta(1, { version: 2, startsLocal: "2027-04-08T10:00" }) };
    const answered = reduce(two, { type: "answered", key: "1", answer });
    expect(answered.pending.map(({ key, act }) => [key, "version" in act && act.version])).toEqual([
      ["2", 2],
    ]);
  });

  test("are set aside with what followed them when they are refused, and theirs is shown", () => {
    const two = reduce(reduce(start, change("1", 1, "2027-04-08T10:00")), change("2", 1, "2027-04-08T11:00"));
    const theirs = delta(1, { version: 2, startsLocal: "2027-04-08T14:00" });
    const answer = { ok: false as const, reason: "stale" as const, title: "a", notes: [], delta: theirs };
    const refused = reduce(two, { type: "answered", key: "1", answer });
    expect(refused.pending).toEqual([]);
    expect(refused.refused.map(({ key, reason }) => [key, reason])).toEqual([["1", "stale"]]);
    expect(shownOf(refused).a?.startsLocal).toBe("2027-04-08T14:00");
    expect(reduce(refused, { type: "settled", key: "1" }).refused).toEqual([]);
  });

  test("of every kind are shown as the server will do them", () => {
    const act = (state: TimetableState, key: string, one: Act) =>
      reduce(state, { type: "acted", entry: { key, act: one } });
    const session = {
      ...{ kind: "break" as const, title: "Soup", organisationId: "w", roomId: null },
      ...{ startsLocal: "2027-04-08T12:00", durationMinutes: 30 },
    };
    let state = act(start, "1", { kind: "add", id: "s", session });
    expect(shownOf(state).s).toMatchObject({ title: "Soup", mayEdit: true, host: { name: "Waterland" } });
    state = act(state, "2", { kind: "again", id: "a", newId: "n" });
    expect(shownOf(state).n).toMatchObject({ title: "a", startsLocal: null });
    state = act(state, "3", { kind: "remove", id: "a", version: 1 });
    expect(shownOf(state).a).toBeUndefined();
    const released = begin({ a: card("a", { released: true }) });
    state = act(released, "1", { kind: "remove", id: "a", version: 1 });
    expect(shownOf(state).a?.cancelled).toBe(true);
    state = act(state, "2", { kind: "restore", id: "a", version: 1 });
    expect(shownOf(state).a?.cancelled).toBe(false);
  });
});

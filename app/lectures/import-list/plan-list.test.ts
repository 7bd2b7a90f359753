import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IsoDate, Temporal } from "~/platform/time.ts";
import { accountsOf } from "../books.ts";
import { add, formatFraction, zero } from "../fraction.ts";
import { balanceOf, type RosterMode, replayAccounts } from "../ledger.ts";
import { startingBalances } from "./balances.ts";
import type { KnownTurn } from "./existing.ts";
import type { Joining } from "./joining.ts";
import { type ListFacts, planList, type RosterBefore } from "./plan-list.ts";
import type { ListRow } from "./read-list.ts";
import { type Colleague, findSpeakers } from "./speakers.ts";

const today = "2026-11-23";
const weeks = (count: number): IsoDate =>
  Temporal.PlainDate.from("2025-01-09").add({ weeks: count }).toString();
const colleagues: Colleague[] = ["anna", "bram", "chris", "daan", "eva", "femke"].map((name, index) => {
  const id = index % 2 === 0 ? "waterland" : "lumen";
  return { personId: name, name, email: "", organisation: { id, name: id, slug: id }, isMember: false };
});
const empty: RosterBefore = { mode: "per-head", members: [], turns: [] };
const row = (week: number, speaker: string, topic = ""): ListRow => ({
  ...{ number: week + 2, date: weeks(week), dateText: weeks(week), speaker, topic },
  ...{ email: "", organisation: "", problem: null },
});
const member = (name: string, joinedOn: IsoDate, changes = {}) => ({
  ...{ id: `m-${name}`, personId: name, name, joinedOn, leftOn: null, paused: false, absences: [] },
  organisationId: colleagues.find((one) => one.personId === name)?.organisation?.id ?? "",
  ...changes,
});
const turn = (week: number, memberId: string | null, changes: Partial<KnownTurn> = {}): KnownTurn => ({
  ...{ heldOn: weeks(week), plannedOn: weeks(week), status: "held", memberId, guest: null, topic: "" },
  ...{ present: [], ...changes },
});

function plan(rows: ListRow[], changes: Partial<ListFacts> = {}, chosen = new Map<string, string>()) {
  const speakers = findSpeakers(rows, colleagues, chosen);
  const wish = { joining: "list" as Joining, moveMembers: true };
  const memberId = (personId: string) => `m-${personId}`;
  return planList({ rows, speakers, colleagues, roster: empty, wish, today, memberId, ...changes });
}

const presentOf = ({ held }: ReturnType<typeof plan>) =>
  held.map(({ present }) => present.map(({ memberId, share }) => `${memberId.slice(2)} ${share}`).join(", "));

describe("those in a list", () => {
  const rows = [row(0, "anna"), row(1, "bram"), row(2, "anna")];

  test("were all there from its first date", () => {
    const planned = plan(rows);
    expect(planned.newMembers.map(({ name, joinedOn }) => [name, joinedOn])).toEqual([
      ["anna", weeks(0)],
      ["bram", weeks(0)],
    ]);
    expect(presentOf(planned)).toEqual(["anna 1/2, bram 1/2", "anna 1/2, bram 1/2", "anna 1/2, bram 1/2"]);
  });

  test("or each from their first talk", () => {
    const planned = plan(rows, { wish: { joining: "own", moveMembers: true } });
    expect(planned.newMembers.map(({ joinedOn }) => joinedOn)).toEqual([weeks(0), weeks(1)]);
    expect(presentOf(planned)).toEqual(["anna 1/1", "anna 1/2, bram 1/2", "anna 1/2, bram 1/2"]);
  });

  test("who are on the roster already were there earlier only when the organiser says so", () => {
    const roster = { ...empty, members: [member("bram", weeks(90)), member("chris", weeks(90))] };
    const moved = plan(rows, { roster });
    expect(moved.movedMembers).toEqual([{ id: "m-bram", name: "bram", joinedOn: weeks(0) }]);
    expect(moved.newMembers.map(({ name }) => name)).toEqual(["anna"]);
    const stayed = plan(rows, { roster, wish: { joining: "list", moveMembers: false } });
    expect(stayed.movedMembers).toEqual([]);
    expect(presentOf(stayed)).toEqual(["anna 1/1", "bram 1/2, anna 1/2", "anna 1/1"]);
    const own = plan(rows, { roster, wish: { joining: "own", moveMembers: true } });
    expect(own.movedMembers.map(({ joinedOn }) => joinedOn)).toEqual([weeks(1)]);
  });

  test("are not away in the past because of a pause or a wish of today, but are where they noted it", () => {
    const away = { absences: [{ startsOn: weeks(0), endsOn: weeks(0) }] };
    const members = [
      member("anna", weeks(0), { paused: true, notBefore: weeks(200) }),
      member("chris", weeks(0), away),
    ];
    expect(presentOf(plan(rows.slice(0, 2), { roster: { ...empty, members } }))).toEqual([
      "anna 1/2, bram 1/2",
      "anna 1/3, chris 1/3, bram 1/3",
    ]);
  });

  test("who take part no more have their share and are not asked again", () => {
    const speakers = findSpeakers(rows, colleagues, new Map());
    const former = new Map([[speakers[1]!.key, "bram:former"]]);
    const planned = plan(rows, { speakers: findSpeakers(rows, colleagues, former) });
    expect(planned.newMembers.map(({ name, leftOn }) => [name, leftOn])).toEqual([
      ["anna", null],
      ["bram", today],
    ]);
    expect(presentOf(planned)[2]).toBe("anna 1/2, bram 1/2");
  });

  test("where organisations take turns, share what their own gives", () => {
    const roster = { ...empty, mode: "per-organisation" as const };
    const planned = plan([...rows, row(3, "chris")], { roster });
    expect(presentOf(planned)).toEqual([
      "anna 1/2, bram 0/1, chris 1/2",
      "anna 0/1, bram 1/1, chris 0/1",
      "anna 1/2, bram 0/1, chris 1/2",
      "anna 1/2, bram 0/1, chris 1/2",
    ]);
  });

  test("are guests where nobody knows them, who accrue to nobody", () => {
    const planned = plan([row(0, "anna"), { ...row(1, "Iris"), organisation: "Lumen" }]);
    expect(planned.held[1]).toMatchObject({
      memberId: null,
      guest: { is: "guest", name: "Iris", organisationId: "lumen", personId: null },
      speaker: { personId: null, name: "Iris" },
    });
    expect([...replayAccounts(planned.held).keys()]).toEqual(["m-anna"]);
  });
});

describe("a date that the roster knows", () => {
  const roster = (known: KnownTurn) => ({ ...empty, members: [member("anna", weeks(0))], turns: [known] });
  const outcome = (one: ListRow, known: KnownTurn) =>
    plan([one], { roster: roster(known) }).lines[0]?.outcome;
  test.each([
    ["the same", row(0, "anna", "Locks"), turn(0, "m-anna", { topic: "Locks" }), "same"],
    ["of another topic", row(0, "anna", "Keys"), turn(0, "m-anna", { topic: "Locks" }), "skipped"],
    ["of another speaker", row(0, "bram"), turn(0, "m-anna"), "skipped"],
    ["called off", row(0, "anna"), turn(0, "m-anna", { status: "cancelled" }), "skipped"],
    ["moved from it", row(0, "anna"), turn(1, "m-anna", { plannedOn: weeks(0) }), "skipped"],
    [
      "by the same guest",
      row(0, "Iris"),
      turn(0, null, { guest: { is: "guest", name: "iris", organisationId: null, personId: null } }),
      "same",
    ],
    ["with an open floor", row(0, "Iris"), turn(0, null, { guest: { is: "open-floor" } }), "skipped"],
    ["elsewhere", row(0, "anna"), turn(5, "m-anna"), "new"],
  ] as const)("with a lecture %s", (_, one, known, becomes) => {
    expect(outcome(one, known)).toBe(becomes);
  });
});

test("a list says in words how everybody starts", () => {
  const rows = [...[0, 1, 2, 3].map((week) => row(week, "anna")), row(4, "bram"), row(5, "chris")];
  const planned = plan(rows);
  const words = startingBalances(empty, planned).map(({ name, word, talks, given, share }) => ({
    ...{ name, word, talks, given, share },
  }));
  expect(words).toEqual([
    { name: "bram", word: "to-come", talks: 1, given: 1, share: 2 },
    { name: "chris", word: "to-come", talks: 1, given: 1, share: 2 },
    { name: "anna", word: "ahead", talks: 2, given: 4, share: 2 },
  ]);
});

const names = colleagues.map(({ name }) => name);
const known = fc
  .subarray(names)
  .chain((some) =>
    fc.tuple(
      fc.constant(some),
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: some.length, maxLength: some.length }),
    ),
  );
const lists = fc.record({
  talks: fc.uniqueArray(
    fc.record({ week: fc.integer({ min: 0, max: 60 }), who: fc.constantFrom(...names, "Iris", "Joris") }),
    { minLength: 1, maxLength: 60, selector: ({ week }) => week },
  ),
  known,
  mode: fc.constantFrom<RosterMode>("per-head", "per-organisation"),
  joining: fc.constantFrom<Joining>("list", "own"),
  moveMembers: fc.boolean(),
});

test("whatever is taken, the balances of all members sum to 0, and taking it again finds it there", () => {
  fc.assert(
    fc.property(lists, ({ talks, known: [some, joined], mode, joining, moveMembers }) => {
      const rows = talks.map(({ week, who }) => row(week, who));
      const members = some.map((name, index) => member(name, weeks(joined[index]!)));
      const roster = { mode, members, turns: [] };
      const wish = { joining, moveMembers };
      const planned = plan(rows, { roster, wish });
      const sum = [...accountsOf(planned.held).values()].map(balanceOf).reduce(add, zero);
      expect(formatFraction(sum)).toBe("0/1");
      for (const { memberId, present } of planned.held)
        if (memberId) expect(present.map((one) => one.memberId)).toContain(memberId);
      const turns = planned.held.map((lecture) => ({ ...lecture, plannedOn: lecture.heldOn }));
      const again = plan(rows, {
        roster: { mode, members: [...members, ...planned.newMembers], turns },
        wish,
      });
      expect(again.lines.map(({ outcome }) => outcome)).toEqual(rows.map(() => "same"));
      expect(again).toMatchObject({ held: [], newMembers: [], movedMembers: [] });
    }),
    { numRuns: 300 },
  );
});

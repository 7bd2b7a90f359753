import { describe, expect, test } from "vitest";
import { inputsOf, smallestGroup, type Wisher } from "./inputs.ts";

const at = (hour: number) => Date.parse(`2027-04-08T${String(hour).padStart(2, "0")}:00:00Z`);
const session = (id: string, hour: number, given: Partial<Parameters<typeof inputsOf>[0][number]> = {}) => ({
  ...{ id, title: id, slot: new Date(at(hour)).toISOString(), startsAt: at(hour), endsAt: at(hour + 1) },
  ...{ capacity: 10, workshop: null, guarantees: {}, ...given },
});
const wisher = (pseudonym: string, given: Partial<Wisher> = {}): Wisher => ({
  ...{ pseudonym, organisation: "lumen", partyId: null, busy: [], seatedIn: [] },
  ...{ list: { ranks: { a: 1 }, vetoes: [], free: [] }, ...given },
});
const [eight, ten] = [new Date(at(8)).toISOString(), new Date(at(10)).toISOString()];
const sessions = [session("a", 8), session("b", 8), session("c", 10)];
const only = (given: Partial<Wisher>, of = sessions) => inputsOf(of, [wisher("me", given)]).people[0];

describe("the inputs of an allocation", () => {
  test("leave a time slot free in which nothing was wished for", () => {
    expect(only({})).toMatchObject({ wishes: { a: 1 }, ratherFree: [ten] });
    expect(only({ list: { ranks: { a: 1, c: 1 }, vetoes: [], free: [] } })).toMatchObject({ ratherFree: [] });
    expect(only({ list: { ranks: { a: 1, c: 1 }, vetoes: [], free: [eight] } })).toMatchObject({
      ratherFree: [eight],
    });
  });

  test("say that somebody cannot come by vetoes alone, as those who do not want to", () => {
    const busy = [{ from: at(8), until: at(9) }];
    const list = { ranks: { a: 1, c: 1 }, vetoes: [], free: [] };
    const gives = only({ busy, list });
    const stays = only({ list: { ranks: { c: 1 }, vetoes: [], free: [eight] } });
    expect(gives).toEqual(stays);
  });

  test("veto what overlaps something else in a time slot in which one can still come to another", () => {
    const long = [...sessions, session("long", 8, { endsAt: at(11) })];
    const busy = [{ from: at(10), until: at(11) }];
    expect(only({ busy, list: { ranks: { long: 1, a: 2 }, vetoes: [], free: [] } }, long)).toMatchObject({
      wishes: { a: 1 },
      vetoes: ["long"],
      busy: [],
    });
  });

  test("do not give the same workshop twice", () => {
    const again = [session("a", 8, { workshop: "w" }), session("b", 8)];
    const list = { ranks: { a: 1, b: 2 }, vetoes: [], free: [] };
    expect(only({ seatedIn: ["w"], list }, again)).toMatchObject({ wishes: { b: 1 }, vetoes: ["a"] });
  });

  test("name an organisation only where seats are kept for it", () => {
    const kept = [session("a", 8, { guarantees: { lumen: 2 } })];
    const { people } = inputsOf(kept, [wisher("m1"), wisher("m2", { organisation: "kade" })]);
    expect(people.map(({ organisation }) => organisation)).toEqual(["lumen", null]);
    expect(inputsOf(sessions, [wisher("m1")]).people[0]?.organisation).toBeNull();
  });

  test("call a party by the first of its numbers, and leave out one of a single person", () => {
    const { people } = inputsOf(sessions, [
      wisher("z", { partyId: "p" }),
      wisher("y", { partyId: "p" }),
      wisher("x", { partyId: "alone" }),
    ]);
    expect(people.map(({ id, party }) => [id, party])).toEqual([
      ["x", null],
      ["y", "with-y"],
      ["z", "with-y"],
    ]);
  });

  test("leave out who wishes for nothing that is there", () => {
    const list = { ranks: { gone: 1 }, vetoes: ["a"], free: [] };
    expect(inputsOf(sessions, [wisher("me", { list })]).people).toEqual([]);
  });
});

test("the smallest group is that of one organisation for which seats are kept, or of all others", () => {
  const kept = [session("a", 8, { guarantees: { lumen: 2 } })];
  const others = ["q1", "q2", "q3"].map((id) => wisher(id, { organisation: "kade" }));
  expect(smallestGroup(inputsOf(kept, [wisher("m1"), wisher("m2"), ...others]))).toBe(2);
  expect(smallestGroup(inputsOf(sessions, [wisher("m1"), wisher("m2"), ...others]))).toBe(5);
});

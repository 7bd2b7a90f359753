import { expect, test } from "vitest";
import { allocate } from "./allocate.ts";
import type { BallotInputs, BallotPerson, BallotSession } from "./allocation.ts";
import { queueOf } from "./queue.ts";
import { whyOf } from "./why.ts";

const session = (id: string, changed: Partial<BallotSession> = {}): BallotSession => ({
  ...{
    id,
    slot: "morning",
    startsAt: 0,
    endsAt: 60,
    capacity: 1,
    workshop: null,
    guarantees: {},
    ...changed,
  },
});
const person = (id: string, changed: Partial<BallotPerson> = {}): BallotPerson => ({
  ...{ id, organisation: null, party: null, wishes: { bread: 1, cake: 2 } },
  ...{ vetoes: [], ratherFree: [], busy: [], ...changed },
});

function reasonsFor(inputs: BallotInputs, mode: "fewest-without" | "turns", personId?: string) {
  const result = allocate(inputs, { mode, seed: "seed" });
  return whyOf(inputs, result, personId ?? result.lottery.at(-1)!, "morning");
}

const three = [person("a"), person("b"), person("c")];

test("turns: who came later reads how many fitted before them", () => {
  const inputs = { sessions: [session("bread"), session("cake", { capacity: 2 })], people: three };
  expect(reasonsFor(inputs, "turns")).toEqual({
    ...{ kind: "lower-choice", sessionId: "cake", rank: 2, fromGuarantee: false },
    missed: [{ sessionId: "bread", rank: 1, reason: "turn", number: 3, fitted: 1, last: 1 }],
  });
});

test("together: the lottery where all is equal, the whole where it is not", () => {
  const inputs = { sessions: [session("bread"), session("cake", { capacity: 2 })], people: three };
  expect(reasonsFor(inputs, "fewest-without")).toMatchObject({
    missed: [{ sessionId: "bread", reason: "lottery", number: 3, other: 1 }],
  });
  const only = person("only-bread", { wishes: { bread: 1 }, ratherFree: ["morning"] });
  const two = { sessions: [session("bread"), session("cake")], people: [person("a"), only] };
  expect(reasonsFor(two, "fewest-without", "a")).toMatchObject({
    kind: "lower-choice",
    missed: [{ reason: "together", taken: 1, firstChoices: 1, exact: true }],
  });
});

test.each([
  [{ vetoes: ["bread"] }, { reason: "vetoed" }],
  [{ busy: [{ from: 30, until: 90 }], wishes: { bread: 1 } }, { reason: "busy" }],
])("what was out of reach is said: %j", (changed, missed) => {
  const inputs = { sessions: [session("bread"), session("cake")], people: [person("a", changed)] };
  expect(reasonsFor(inputs, "fewest-without")).toMatchObject({ missed: [missed] });
});

test("free seats that are kept for another host, and one that was kept for one's own", () => {
  const sessions = [session("bread", { guarantees: { bakers: 1 } }), session("cake")];
  expect(reasonsFor({ sessions, people: [person("a")] }, "fewest-without")).toMatchObject({
    missed: [{ reason: "kept", kept: 1 }],
  });
  const baker = person("b", { organisation: "bakers" });
  expect(reasonsFor({ sessions, people: [baker] }, "fewest-without")).toEqual({
    ...{ kind: "first-choice", sessionId: "bread", fromGuarantee: true },
  });
});

test("without a seat, with one nobody asked for, without a wish", () => {
  const onlyBread = { wishes: { bread: 1 } };
  const people = [person("a", onlyBread), person("b", onlyBread)];
  const two = { sessions: [session("bread"), session("cake")], people };
  expect(reasonsFor(two, "fewest-without")).toMatchObject({ kind: "last-resort", sessionId: "cake" });
  expect(reasonsFor({ ...two, sessions: [session("bread")] }, "fewest-without")).toMatchObject({
    kind: "without",
  });
  expect(reasonsFor({ ...two, people: [person("a", { wishes: {} })] }, "fewest-without")).toEqual({
    ...{ kind: "not-asked", ratherFree: false },
  });
});

test("wishes that were missed join the queues in the order of the lottery", () => {
  const inputs = { sessions: [session("bread"), session("cake")], people: three };
  const result = allocate(inputs, { mode: "fewest-without", seed: "seed" });
  const [, second, third] = result.lottery;
  expect(queueOf(inputs, result)).toEqual([
    { personId: second, sessionId: "bread", partyId: null },
    { personId: third, sessionId: "bread", partyId: null },
    { personId: third, sessionId: "cake", partyId: null },
  ]);
});

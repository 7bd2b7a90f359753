import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { type CallFacts, callWindow } from "./call.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const calling: CallFacts = { status: "calling", archivedAt: null, callOpensAt: null, callClosesAt: null };
const [before, after] = ["2026-11-23T08:59:59Z", "2026-11-23T09:00:01Z"];

test.each<[string, Partial<CallFacts>, string]>([
  ["without an opening there is no call", {}, "none"],
  ["before its opening it is not open yet", { callOpensAt: after }, "not-yet"],
  ["from its opening on it is open", { callOpensAt: now.toString() }, "open"],
  ["without a closing it stays open", { callOpensAt: before }, "open"],
  ["until its closing it is open", { callOpensAt: before, callClosesAt: after }, "open"],
  ["at its closing it is closed", { callOpensAt: before, callClosesAt: now.toString() }, "closed"],
  ["a draft festival has not opened it", { status: "draft", callOpensAt: before }, "not-yet"],
  ["a released festival may still collect", { status: "released", callOpensAt: before }, "open"],
  ["a cancelled festival collects nothing", { status: "cancelled", callOpensAt: before }, "closed"],
  ["a festival that is over collects nothing", { status: "over", callOpensAt: before }, "closed"],
  ["an archived festival collects nothing", { archivedAt: before, callOpensAt: before }, "closed"],
])("%s", (_, facts, window) => {
  expect(callWindow({ ...calling, ...facts }, now)).toBe(window);
});

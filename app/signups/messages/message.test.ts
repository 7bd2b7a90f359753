import { expect, test } from "vitest";
import { messageStatuses } from "#db/schema/messages.ts";
import { Temporal } from "~/platform/time.ts";
import { leavesAt, mayChange, mayDiscard } from "./message.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");

test.each([
  ["sent now", null, "2026-11-23T09:05:00Z"],
  ["wanted in the past", "2026-11-23T08:00:00Z", "2026-11-23T09:05:00Z"],
  ["wanted in a minute", "2026-11-23T09:01:00Z", "2026-11-23T09:05:00Z"],
  ["wanted in exactly five minutes", "2026-11-23T09:05:00Z", "2026-11-23T09:05:00Z"],
  ["wanted tomorrow", "2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"],
])("%s", (_, wanted, expected) => expect(leavesAt(wanted, now)).toBe(expected));

test("what has begun to leave stays as it is", () => {
  expect(messageStatuses.filter(mayChange)).toEqual(["draft", "outbox", "withdrawn"]);
  expect(messageStatuses.filter(mayDiscard)).toEqual(["draft", "withdrawn"]);
});

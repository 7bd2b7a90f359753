import { expect, test } from "vitest";
import { at } from "#tests/support/ids.ts";
import { mayResend, stateOf } from "./invitation.ts";

const festival = { status: "calling" as const, endsOn: "2027-07-07", timeZone: "Europe/Amsterdam" };
const invitedAt = "2026-11-23T09:00:00Z";
const open = { answer: null, invitedAt, festival };

test.each([
  ["just sent", {}, "2026-11-23T09:00:00Z", "open"],
  ["a second before the month is over", {}, "2026-12-23T08:59:59Z", "open"],
  ["after a month", {}, "2026-12-23T09:00:00Z", "expired"],
  ["accepted", { answer: "accepted" }, "2027-12-23T09:00:00Z", "accepted"],
  ["declined", { answer: "declined" }, "2026-11-24T09:00:00Z", "declined"],
  ["taken back", { answer: "withdrawn" }, "2026-11-24T09:00:00Z", "withdrawn"],
  ["of a cancelled festival", { festival: { ...festival, status: "cancelled" } }, invitedAt, "festival-over"],
  ["on the last day, in its zone", { invitedAt: "2027-07-01T09:00:00Z" }, "2027-07-07T21:59:00Z", "open"],
  [
    "after the last day, in its zone",
    { invitedAt: "2027-07-01T09:00:00Z" },
    "2027-07-07T22:00:00Z",
    "festival-over",
  ],
] as const)("%s", (_, facts, now, state) => {
  expect(stateOf({ ...open, ...facts }, at(now))).toBe(state);
});

test.each([
  ["2026-11-23T09:09:59Z", false],
  ["2026-11-23T09:10:00Z", true],
])("sent at nine, it may be sent again at %s: %o", (now, may) => {
  expect(mayResend({ invitedAt }, at(now))).toBe(may);
});

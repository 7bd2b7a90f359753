import { describe, expect, test } from "vitest";
import { at } from "#tests/support/ids.ts";
import { judge, nextTry, readRetryAfter } from "./outcome.ts";

const now = at("2026-11-25T09:00:00Z");
const answered = (status: number, headers = {}) =>
  judge({ ok: true, status, headers, body: Buffer.alloc(0) }, now);

test.each([200, 202, 204])("%i has arrived", (status) => {
  expect(answered(status)).toEqual({ arrived: true });
});

test.each([
  [302, "redirect"],
  [400, "not-understood"],
  [401, "refused"],
  [403, "refused"],
  [404, "gone"],
  [410, "gone"],
  [413, "not-understood"],
])("%i is given up at once: %s", (status, fault) => {
  expect(answered(status)).toEqual({ arrived: false, fault, again: false });
});

test.each([
  [408, "busy"],
  [429, "busy"],
  [500, "troubled"],
  [503, "troubled"],
])("%i is tried again: %s", (status, fault) => {
  expect(answered(status)).toEqual({ arrived: false, fault, again: true, notBefore: null });
  expect(answered(status, { "retry-after": "600" })).toEqual({
    arrived: false,
    fault,
    again: true,
    notBefore: "2026-11-25T09:10:00Z",
  });
});

test.each([
  ["timeout", true],
  ["unreachable", true],
  ["unknown-host", true],
  ["insecure", true],
  ["private", false],
  ["not-https", false],
  ["port", false],
  ["credentials", false],
] as const)("%s on the way there: tried again is %s", (fault, again) => {
  expect(judge({ ok: false, fault }, now)).toMatchObject({ arrived: false, fault, again });
});

describe("Retry-After", () => {
  test.each([
    ["120", "2026-11-25T09:02:00Z"],
    ["Wed, 25 Nov 2026 09:30:00 GMT", "2026-11-25T09:30:00Z"],
    ["999999999", "2026-11-26T09:00:00Z"],
    ["0", null],
    ["-5", null],
    ["Wed, 25 Nov 2020 09:30:00 GMT", null],
    ["soon", null],
    ["", null],
    [undefined, null],
  ])("%j", (value, until) => {
    expect(readRetryAfter(value, now)).toBe(until);
  });
});

test("tries come further and further apart, and end", () => {
  expect([1, 2, 3, 4, 5, 6].map((attempts) => nextTry(attempts, null, now))).toEqual([
    "2026-11-25T09:01:00Z",
    "2026-11-25T09:05:00Z",
    "2026-11-25T09:15:00Z",
    "2026-11-25T10:00:00Z",
    "2026-11-25T12:00:00Z",
    null,
  ]);
});

test("who asked to wait longer is left alone that long, and no shorter than usual", () => {
  expect(nextTry(1, "2026-11-25T09:30:00Z", now)).toBe("2026-11-25T09:30:00Z");
  expect(nextTry(2, "2026-11-25T09:00:10Z", now)).toBe("2026-11-25T09:05:00Z");
});

import { describe, expect, test } from "vitest";
import { guard, isReadablePath, ownOrigins } from "./guard.ts";

const local = ownOrigins({ publicUrl: "http://localhost:3000", local: true });
const real = ownOrigins({ publicUrl: "https://learn.example", local: false });

describe("where a request may come from", () => {
  test.each([
    ["a page asked for", "GET", { host: "localhost:3000" }, local, null],
    ["another of the machine's own names", "GET", { host: "127.0.0.1:3000" }, local, null],
    ["IPv6", "GET", { host: "[::1]:3000" }, local, null],
    ["another port", "GET", { host: "localhost:4000" }, local, 400],
    ["another host", "GET", { host: "evil.example" }, local, 400],
    ["no host", "GET", {}, local, 400],
    ["behind a proxy", "GET", { host: "learn.example" }, real, null],
    ["behind a proxy that adds the port", "GET", { host: "learn.example:443" }, real, null],
    ["a local name on a real site", "GET", { host: "localhost:3000" }, real, 400],
    ["a form of ours", "POST", { host: "learn.example", origin: "https://learn.example" }, real, null],
    ["a method of no page", "TRACE", { host: "learn.example" }, real, 405],
    ["a foreign form", "POST", { host: "learn.example", origin: "https://evil.example" }, real, 403],
    [
      "our host without encryption",
      "POST",
      { host: "learn.example", origin: "http://learn.example" },
      real,
      403,
    ],
    ["a null origin", "POST", { host: "learn.example", origin: "null" }, real, 403],
    ["a malformed origin", "POST", { host: "learn.example", origin: "learn.example" }, real, 403],
    [
      "a foreign form that deletes",
      "DELETE",
      { host: "learn.example", origin: "https://evil.example" },
      real,
      403,
    ],
    ["no origin and no login: a signed webhook", "POST", { host: "learn.example" }, real, null],
    ["no origin with a login", "POST", { host: "learn.example", cookie: "a=b; __Secure-login=x" }, real, 403],
    [
      "no origin, said to be cross-site",
      "POST",
      { host: "learn.example", "sec-fetch-site": "cross-site" },
      real,
      403,
    ],
  ])("%s", (_, method, headers, origins, status) => {
    const verdict = guard(method, headers, origins);
    expect(verdict.pass ? null : verdict.status).toBe(status);
  });
});

test.each([
  ["/festivals/deell-spring?q=%00%", true],
  ["/mensen/%C3%A9%E2%82%AC", true],
  ["/festivals/a%00b.ics", false],
  ["/festivals/%0d%0aSet-Cookie:x", false],
  ["/festivals/%", false],
  ["/festivals/%ff", false],
  ["http://evil.example/festivals", false],
  ["*", false],
])("whether %s can be an address: %s", (url, readable) => {
  expect(isReadablePath(url)).toBe(readable);
});

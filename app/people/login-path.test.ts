import { expect, test } from "vitest";
import { loginPath, safePath } from "./login-path.ts";

test.each([
  ["/", "/"],
  ["/agenda?week=2#today", "/agenda?week=2#today"],
  ["/festivals/ü", "/festivals/%C3%BC"],
])("%j is a path of this site", (to, path) => expect(safePath(to)).toBe(path));

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/x/%2e%2e//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "evil.example",
  "",
  `/${"a".repeat(2000)}`,
  null,
  7,
])("%j is not", (to) => expect(safePath(to, "/home")).toBe("/home"));

const asked = (path: string, init?: RequestInit) =>
  loginPath(new Request(`http://here.example${path}`, init));

test("the login page leads back to the page asked for", () => {
  expect(asked("/agenda?week=2")).toBe("/login?to=%2Fagenda%3Fweek%3D2");
  expect(asked("/festivals?index")).toBe("/login?to=%2Ffestivals");
  expect(asked("/")).toBe("/login");
});

test("after a form it leads to the page the form stood on, when that is ours", () => {
  const from = (referer: string) => asked("/sessions/1/sign-up", { method: "POST", headers: { referer } });
  expect(from("http://here.example/festivals/f")).toBe("/login?to=%2Ffestivals%2Ff");
  expect(from("http://evil.example/festivals/f")).toBe("/login?to=%2Fsessions%2F1%2Fsign-up");
});

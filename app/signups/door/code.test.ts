import fc from "fast-check";
import { expect, test } from "vitest";
import { checkInCode, readToken, tokenOf } from "./code.server.ts";

const ids = fc.record({ festivalId: fc.uuid(), personId: fc.uuid() });

test("a code names its festival and person again", () => {
  fc.assert(
    fc.property(ids, fc.string(), (code, secret) => {
      expect(readToken(tokenOf(code, secret), secret)).toEqual(code);
    }),
  );
});

test("a code of another installation, and one with any character changed, names nobody", () => {
  fc.assert(
    fc.property(ids, fc.nat(57), (code, at) => {
      const token = tokenOf(code, "ours");
      expect(readToken(token, "theirs")).toBeNull();
      const other = token[at] === "A" ? "B" : "A";
      expect(readToken(token.slice(0, at) + other + token.slice(at + 1), "ours")).toBeNull();
    }),
  );
});

test.each(["", "nonsense", "a".repeat(59), "a".repeat(60)])("%j is no code", (token) => {
  expect(readToken(token, "ours")).toBeNull();
});

test("its address is the same at every asking", () => {
  const code = {
    festivalId: "0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f",
    personId: "1f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f",
  };
  const where = { secret: "ours", publicUrl: "https://percolate.example" };
  expect(checkInCode(code, where)).toBe(checkInCode(code, where));
  expect(checkInCode(code, where)).toMatch(/^https:\/\/percolate\.example\/door\/[\w-]{59}$/);
});

import { expect, test } from "vitest";
import { isReturned } from "./returned.ts";

test.each([
  ["the address is not known", { responseCode: 550, command: "RCPT TO" }, true],
  ["the mail itself is refused", { responseCode: 554, command: "DATA" }, true],
  ["the box is full for now", { responseCode: 452, command: "RCPT TO" }, false],
  ["not today", { responseCode: 450, command: "DATA" }, false],
  ["our login is refused", { responseCode: 535, command: "AUTH PLAIN" }, false],
  ["our own address is refused", { responseCode: 553, command: "MAIL FROM" }, false],
  ["nobody answered", { code: "ETIMEDOUT", command: "CONN" }, false],
  ["no error at all", null, false],
  ["a word", "550", false],
])("%s", (_, error, returned) => expect(isReturned(error)).toBe(returned));

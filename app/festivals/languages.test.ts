import { expect, test } from "vitest";
import { languageOptions } from "./languages.ts";

test("a code that names no language is a choice by its own name", () => {
  expect(languageOptions("en", "[object Object]")[0]?.value).toBe("[object Object]");
  expect(languageOptions("nl", "en-ab1")[0]).toEqual({ value: "en-ab1", label: "En-ab1" });
});

import { expect, test } from "vitest";
import { areaOf } from "./organise-areas.ts";

test.each([
  ["", "overview", "overview"],
  ["/hosts/lumen", "hosts", "hosts"],
  ["/proposals", "call", "proposals"],
  ["/proposals/mails", "call", "mails"],
  ["/proposals/9e0c", "call", "proposals"],
  ["/sessions/new", "programme", "sessions"],
  ["/no-page-of-ours", "overview", "overview"],
])("%j stands in %s, at %s", (path, area, page) => {
  const found = areaOf(path);
  expect([found.area.name, found.page.name]).toEqual([area, page]);
});

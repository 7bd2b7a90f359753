import { expect, test } from "vitest";
import { decisionsBehind } from "./decisions.ts";

const plain = { postponedAt: null, archivedAt: null };
const at = "2026-11-23T09:00:00Z";

test.each([
  [{ status: "draft", ...plain }, ["created"]],
  [{ status: "calling", ...plain }, ["call-opened", "call-closed", "reinstated"]],
  [{ status: "released", ...plain }, ["released", "rolled-back", "rescheduled", "reinstated"]],
  [{ status: "released", postponedAt: at, archivedAt: null }, ["postponed"]],
  [{ status: "over", postponedAt: null, archivedAt: at }, ["archived"]],
  [{ status: "cancelled", postponedAt: at, archivedAt: at }, ["cancelled"]],
] as const)("the state of %o is explained by %o", (festival, kinds) => {
  expect(decisionsBehind(festival)).toEqual(kinds);
});

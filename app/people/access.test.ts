import { expect, test } from "vitest";
import {
  isAdmin,
  isOrganiser,
  mayAdminister,
  mayOrganiseFor,
  maySeeMembers,
  requireAllowed,
} from "./access.ts";

const at = (organisationId: string | null, role: "member" | "organiser" | "admin") => ({
  organisationId,
  role,
});

test.each([
  // who, organises, administers its own, organises for a, administers a, sees members of a
  [null, false, false, false, false, false],
  [at("a", "member"), false, false, false, false, true],
  [at("a", "organiser"), true, false, true, false, true],
  [at("a", "admin"), true, true, true, true, true],
  [at("b", "admin"), true, true, false, false, false],
  [at(null, "admin"), false, false, false, false, false],
] as const)("what %j may do for organisation a", (viewer, ...may) => {
  expect([
    isOrganiser(viewer),
    isAdmin(viewer),
    mayOrganiseFor(viewer, "a"),
    mayAdminister(viewer, "a"),
    maySeeMembers(viewer, "a"),
  ]).toEqual(may);
});

test("what is not allowed is answered with 403", () => {
  expect(() => requireAllowed(true)).not.toThrow();
  const refused = (() => {
    try {
      requireAllowed(false);
    } catch (thrown) {
      return thrown as Response;
    }
  })();
  expect(refused?.status).toBe(403);
});

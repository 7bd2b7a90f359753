import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { type Festival, isOver, type SignupWindow, signupWindow } from "./festival.ts";

const spring: Festival = {
  id: "f",
  slug: "spring",
  name: "Spring",
  theme: "",
  outcome: "We know whom to ask.",
  startsOn: "2027-04-08",
  endsOn: "2027-04-09",
  timeZone: "Pacific/Auckland",
  language: "en",
  visibility: "public",
  signupMode: "first-come",
  signupOpensAt: null,
  signupClosesAt: null,
  guaranteesEndAt: null,
  status: "released",
  announcement: "",
  postponedAt: null,
  archivedAt: null,
  copiedFromId: null,
  callOpensAt: null,
  callClosesAt: null,
  callText: "",
  conflictLevels: {},
  travelMinutes: 15,
  draftRevision: 0,
  leadOrganisationId: "waterland",
  createdAt: "2026-11-23T09:00:00Z",
  updatedAt: "2026-11-23T09:00:00Z",
  hosts: [],
};
const at = (iso: string) => Temporal.Instant.from(iso);

test("it is over when its last day has passed where it takes place", () => {
  expect(isOver(spring, at("2027-04-09T11:59:59Z"))).toBe(false);
  expect(isOver(spring, at("2027-04-09T12:00:00Z"))).toBe(true);
});

const opens = { signupOpensAt: "2027-03-01T09:00:00Z" };
const closes = { signupClosesAt: "2027-04-01T09:00:00Z" };
test.each<[string, Partial<Festival>, string, SignupWindow]>([
  ["released without times", {}, "2026-11-23T09:00:00Z", "open"],
  ["not released", { status: "calling" }, "2026-11-23T09:00:00Z", "not-yet"],
  ["called off", { status: "cancelled" }, "2026-11-23T09:00:00Z", "closed"],
  ["before it opens", opens, "2027-03-01T08:59:59Z", "not-yet"],
  ["the moment it opens", opens, "2027-03-01T09:00:00Z", "open"],
  ["before it closes", closes, "2027-04-01T08:59:59Z", "open"],
  ["the moment it closes", closes, "2027-04-01T09:00:00Z", "closed"],
  ["over", {}, "2027-04-09T12:00:00Z", "closed"],
])("sign-up: %s", (_name, given, now, window) => {
  expect(signupWindow({ ...spring, ...given }, at(now))).toBe(window);
});

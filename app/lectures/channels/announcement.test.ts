import { describe, expect, test } from "vitest";
import { at } from "#tests/support/ids.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import type { Lecture } from "../lecture.ts";
import { announce, isDue } from "./announcement.ts";
import { addressFault, kindOfAddress, maskAddress } from "./channel.ts";

const lecture = (changes: Partial<Lecture> = {}): Lecture => ({
  turnId: "t",
  sessionId: "s",
  series: { id: "i", slug: "coffee", name: "Coffee machine" },
  date: "2026-11-26",
  status: "confirmed",
  topic: "Three verbs",
  place: "Corner",
  startsAt: "2026-11-26T09:30:00Z",
  endsAt: "2026-11-26T09:40:00Z",
  timeZone: "Europe/Amsterdam",
  speaker: { personId: "p", name: "Hannah", organisation: null, isGuest: false },
  isOpenFloor: false,
  ...changes,
});

describe("a channel that is told a day before", () => {
  const day = { hoursBefore: 24 };
  test.each([
    ["too early", "confirmed", [], "2026-11-25T09:29:59Z", null],
    ["its hour", "confirmed", [], "2026-11-25T09:30:00Z", "lecture"],
    ["late, when somebody agreed late", "confirmed", [], "2026-11-26T09:00:00Z", "lecture"],
    ["begun", "confirmed", [], "2026-11-26T09:30:00Z", null],
    ["told", "confirmed", ["lecture"], "2026-11-25T10:00:00Z", null],
    ["nobody has agreed yet", "offered", [], "2026-11-25T10:00:00Z", null],
    ["nobody was asked", "open", [], "2026-11-25T10:00:00Z", null],
    ["called off", "cancelled", [], "2026-11-25T10:00:00Z", "called-off"],
    ["called off early, and nobody was told", "cancelled", [], "2026-11-20T10:00:00Z", null],
    ["called off after it was told", "cancelled", ["lecture"], "2026-11-20T10:00:00Z", "called-off"],
    ["told that it is called off", "cancelled", ["lecture", "called-off"], "2026-11-25T10:00:00Z", null],
  ] as const)("%s", (_, status, told, now, about) => {
    expect(isDue(lecture({ status }), day, { now: at(now), told })).toBe(about);
  });
});

const reader = (locale: "en" | "nl") => ({
  text: getText(locale, "Europe/Amsterdam"),
  now: at("2026-11-25T10:00:00Z"),
  publicUrl: "https://percolate.example",
});

test("says what, who, when and where, in the channel's language", () => {
  expect(announce(lecture(), reader("en"))).toEqual({
    series: "Coffee machine",
    title: "Three verbs",
    lines: ["Hannah", "Tomorrow, Thu 26 Nov, 10:30–10:40 · Corner"],
    link: { url: "https://percolate.example/lectures/coffee/2026-11-26", words: "About this lecture" },
  });
  expect(announce(lecture(), reader("nl")).lines[1]).toBe("Morgen, do 26 nov, 10:30–10:40 · Corner");
});

test("says that it is called off, and not who would have spoken", () => {
  const said = announce(lecture({ status: "cancelled", topic: "", speaker: null }), reader("en"));
  expect(said).toMatchObject({
    title: "This week's lecture is called off",
    lines: ["Tomorrow, Thu 26 Nov, 10:30–10:40", "The next one is on the page of the series."],
  });
});

test("an open floor asks whoever wants", () => {
  const said = announce(lecture({ topic: "", speaker: null, isOpenFloor: true }), reader("en"));
  expect(said.lines[0]).toBe("Whoever wants, on the spot");
});

describe("an address", () => {
  test.each([
    ["https://hooks.slack.com/services/T000/B000/abcdefghijklmn", "hooks.slack.com/…klmn"],
    ["https://chat.example/hooks/x", "chat.example/…"],
  ])("%s is shown as %s", (url, shown) => {
    expect(maskAddress(url)).toBe(shown);
  });

  test.each([
    ["https://hooks.slack.com/services/a", "slack"],
    ["https://prod-1.westeurope.logic.azure.com/workflows/a", "teams"],
    ["https://a.b.environment.api.powerplatform.com/x", "teams"],
    ["https://chat.googleapis.com/v1/spaces/a", "google-chat"],
    ["https://chat.example/hooks/a", null],
    ["https://notslack.com/a", null],
  ])("%s is one of %s", (url, kind) => {
    expect(kindOfAddress(url)).toBe(kind);
  });

  test("of another kind is told", () => {
    const url = "https://hooks.slack.com/services/a";
    expect(addressFault({ kind: "teams", url }, undefined)).toEqual({ key: "visible.channels.otherKind" });
    expect(addressFault({ kind: "slack", url }, undefined)).toBeNull();
    expect(addressFault({ kind: "slack", url: "http://10.0.0.1/" }, undefined)).toEqual({
      key: "visible.fault.not-https",
    });
  });
});

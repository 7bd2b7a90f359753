import { expect, test } from "vitest";
import { readMailKinds } from "#tests/support/mail-kinds.ts";
import en from "~/locales/en/index.ts";
import { isRefusable, refusable, required, topicOf, topicOfMail } from "./topics.ts";

const { kinds, unreadable } = readMailKinds("app");

test("every kind of mail in the code can be read and belongs to a sort", () => {
  expect(unreadable).toEqual([]);
  expect(kinds.filter((kind) => topicOf(kind) === null)).toEqual([]);
});

test("the reading of the code finds kinds that are given in each way there is", () => {
  expect(kinds).toEqual(
    expect.arrayContaining([
      "login-code",
      "person-invitation",
      // Through a parameter of the function around it.
      "proposal-received",
      "host-answer",
      // Through a spread.
      "proposal.given-up",
      "proposal-reminder",
      // Put together, and either of two.
      "turn-soon",
      "turn-open-call",
      "invite-",
      "invite-news",
      "festival-",
      "lecture-digest",
      "lecture-digest-asked",
    ]),
  );
});

test.each([
  ["login-code", "account"],
  ["person-invitation", "account"],
  ["founding-invitation", "account"],
  ["invite-new", "invites"],
  ["invite-news", "invites"],
  ["seat-offered", "invites"],
  ["seat-lapsed", "invites"],
  ["queue-closed", "invites"],
  ["festival-cancelled", "festivals"],
  ["party-asked", "festivals"],
  ["turn-offered", "turns"],
  ["turn-open-call", "open-calls"],
  ["turn-organisers", "organising"],
  ["turn-paused", "organising"],
  ["turn-withdrew", "organising"],
  ["swap-asked", "turns"],
  ["swap-open", "open-calls"],
  ["nomination", "turns"],
  ["proposal-decision", "proposals"],
  ["proposal.given-up", "organising"],
  ["co-speaker-invitation", "proposals"],
  ["host-invitation", "organising"],
  ["lead-offer", "organising"],
  ["lecture-thanks", "follow-up"],
  ["lecture-digest", "digest"],
  ["message", "messages"],
  ["message-test", "messages"],
  ["day-reminder", "reminders"],
  ["something-new", null],
  ["constructor", null],
])("mail of the kind %s is about %s", (kind, topic) => expect(topicOf(kind)).toBe(topic));

test("mail that brings a calendar up to date cannot be refused, whatever its kind", () => {
  const kind = "festival-cancelled";
  expect(topicOfMail({ kind, calendar: [] })).toBe("festivals");
  expect(topicOfMail({ kind, calendar: [{}] })).toBe("invites");
});

test("only login and invites are always mailed, and every other sort has its words", () => {
  expect(required.filter(isRefusable)).toEqual([]);
  expect(Object.keys(en.mailPreferences.topics).sort()).toEqual([...refusable].sort());
});

import { expect, test } from "vitest";
import { subscribeLink } from "./links.ts";

const feed = "https://learn.example/calendar/abc.ics";

test.each([
  ["google", "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Flearn.example%2Fcalendar%2Fabc.ics"],
  [
    "outlook",
    "https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Flearn.example%2Fcalendar%2Fabc.ics&name=Tea%20%26%20talk",
  ],
  ["apple", "webcal://learn.example/calendar/abc.ics"],
  ["other", "webcal://learn.example/calendar/abc.ics"],
] as const)("the link for %s", (kind, link) => {
  expect(subscribeLink(kind, feed, "Tea & talk")).toBe(link);
});

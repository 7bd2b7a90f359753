import { expect, test } from "vitest";
import { addLink } from "./add-links.ts";

const session = {
  title: "Tea & talk + more",
  startsAt: "2027-01-05T09:15:00Z",
  endsAt: "2027-01-05T10:15:00.000Z",
  place: "Attic, De Sluis",
  url: "https://learn.example/festivals/spring/sessions/1",
};

test("Google gets the time in UTC, compact", () => {
  const { searchParams, host } = new URL(addLink("google", session));
  expect(host).toBe("calendar.google.com");
  expect(Object.fromEntries(searchParams)).toEqual({
    action: "TEMPLATE",
    text: session.title,
    dates: "20270105T091500Z/20270105T101500Z",
    location: session.place,
    details: session.url,
  });
});

test("Outlook gets the time in UTC, and no plus for a space", () => {
  const link = addLink("outlook", session);
  expect(link).not.toContain("+");
  expect(Object.fromEntries(new URL(link).searchParams)).toMatchObject({
    subject: session.title,
    startdt: "2027-01-05T09:15:00Z",
    enddt: "2027-01-05T10:15:00Z",
    location: session.place,
    body: session.url,
  });
});

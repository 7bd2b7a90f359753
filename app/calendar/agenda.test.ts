import { describe, expect, test } from "vitest";
import { instantOf, plus, Temporal } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { type Agenda, agendaOf } from "./agenda.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
let number = 0;

function mine(
  startsLocal: string,
  given: Partial<Session> = {},
  part: "gives" | "attends" | "waits" = "attends",
) {
  number += 1;
  const timeZone = given.timeZone ?? "Europe/Amsterdam";
  const startsAt = instantOf(startsLocal, timeZone).toString();
  const endsAt = plus(startsAt, { minutes: given.durationMinutes ?? 60 });
  const session = {
    id: `s${number}`,
    number,
    title: `T${number}`,
    allDay: false,
    status: "confirmed",
    place: "",
  };
  const rest = {
    startsLocal,
    timeZone,
    startsAt,
    endsAt,
    room: null,
    speakers: [],
    festival: null,
    series: null,
  };
  return { session: { ...session, ...rest, ...given } as unknown as Session, part, place: null };
}

const titles = (days: Agenda["coming"]) =>
  days.map(({ date, items }) => [date, ...items.map(({ title }) => title)]);

describe("an agenda", () => {
  test("goes by day and time where the reader is, all-day entries first", () => {
    const agenda = agendaOf(
      [
        mine("2026-12-02T01:00", { title: "early" }),
        mine("2026-12-01T20:00", { title: "evening", timeZone: "America/New_York" }),
        mine("2026-12-02T00:00", { title: "whole day", allDay: true, durationMinutes: 1440 }),
        mine("2026-12-01T10:00", { title: "morning" }),
      ],
      { now, timeZone: "Europe/Amsterdam" },
    );
    expect(titles(agenda.coming)).toEqual([
      ["2026-12-01", "morning"],
      ["2026-12-02", "whole day", "early", "evening"],
    ]);
    const inNewYork = agendaOf([mine("2026-12-02T01:00", { title: "early" })], {
      now,
      timeZone: "America/New_York",
    });
    expect(titles(inNewYork.coming)).toEqual([["2026-12-01", "early"]]);
  });

  test("keeps what goes on now with what comes, and puts the past latest day first", () => {
    const agenda = agendaOf(
      [
        mine("2026-11-20T10:00", { title: "friday" }),
        mine("2026-11-23T08:00", { title: "just over" }),
        mine("2026-11-23T09:30", { title: "going on" }),
      ],
      { now, timeZone: "Europe/Amsterdam" },
    );
    expect(titles(agenda.coming)).toEqual([["2026-11-23", "going on"]]);
    expect(titles(agenda.past)).toEqual([
      ["2026-11-23", "just over"],
      ["2026-11-20", "friday"],
    ]);
  });

  test("names what runs at the same time, but nothing called off, all day, only waited for or just touching", () => {
    const agenda = agendaOf(
      [
        mine("2026-12-01T10:00", { title: "a" }),
        mine("2026-12-01T10:30", { title: "b" }, "gives"),
        mine("2026-12-01T10:30", { title: "off", status: "cancelled" }),
        mine("2026-12-01T00:00", { title: "day", allDay: true, durationMinutes: 1440 }),
        mine("2026-12-01T10:15", { title: "queue" }, "waits"),
        mine("2026-12-01T11:30", { title: "next" }),
      ],
      { now, timeZone: "Europe/Amsterdam" },
    );
    const clashes = agenda.coming[0]?.items.map((item) => [item.title, ...item.clashes]);
    expect(clashes).toEqual([["day"], ["a", "b"], ["queue", "a", "b"], ["b", "a"], ["off"], ["next"]]);
  });
});

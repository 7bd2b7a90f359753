import { dateIn, type Instant, type IsoDate, type IsoInstant, isBefore, Temporal } from "~/platform/time.ts";
import { placeOf, type Session, sessionPath } from "~/sessions/session.ts";
import type { Deed } from "~/signups/attendees/deeds.ts";
import type { Part } from "./invite.ts";

/** What a person gives, attends or waits for, as it stands on their agenda. */
export interface AgendaItem {
  id: string;
  title: string;
  path: string;
  part: Exclude<Part, "none">;
  /** Their place in the queue, from 1. */
  place: number | null;
  /** Until when an offered seat is held. */
  until: IsoInstant | null;
  /** The organiser who signed them up. */
  deed: Deed | null;
  status: Session["status"];
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  allDay: boolean;
  where: string;
  speakers: string[];
  /** The festival or the series it belongs to. */
  of: string;
  /** What else of theirs runs at that time. */
  clashes: string[];
}

export interface AgendaDay {
  date: IsoDate;
  items: AgendaItem[];
}

export interface Agenda {
  coming: AgendaDay[];
  /** The latest first. */
  past: AgendaDay[];
}

interface Mine {
  session: Session;
  part: AgendaItem["part"];
  place: number | null;
  until?: IsoInstant | null;
  deed?: Deed | null;
}

/** Sorts by day where the reader is; an all-day entry stands on its own first date, wherever that is. */
export function agendaOf(mine: Mine[], { now, timeZone }: { now: Instant; timeZone: string }): Agenda {
  const days = new Map<IsoDate, AgendaItem[]>();
  const before = new Map<IsoDate, AgendaItem[]>();
  for (const one of mine.toSorted(byTime)) {
    const { startsAt, startsLocal, endsAt, allDay } = one.session;
    const date = allDay ? startsLocal.slice(0, 10) : dateIn(Temporal.Instant.from(startsAt), timeZone);
    const to = isBefore(now, endsAt) ? days : before;
    to.set(date, [...(to.get(date) ?? []), itemOf(one, mine)]);
  }
  return { coming: inOrder(days), past: inOrder(before).reverse() };
}

/** What is held for this person: it wants an answer. */
export function heldIn({ coming }: Agenda) {
  return coming.flatMap(({ items }) =>
    items.flatMap(({ part, until, ...item }) => (part === "offered" && until ? [{ ...item, until }] : [])),
  );
}

/** What they wait for, in order of time. */
export function waitsIn({ coming }: Agenda): AgendaItem[] {
  return coming
    .flatMap(({ items }) => items)
    .filter(({ part, status }) => (part === "waits" || part === "passed-over") && status !== "cancelled");
}

function inOrder(days: Map<IsoDate, AgendaItem[]>): AgendaDay[] {
  return [...days].map(([date, items]) => ({ date, items })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** All-day entries head their day. */
function byTime(a: Mine, b: Mine): number {
  if (a.session.allDay !== b.session.allDay) return a.session.allDay ? -1 : 1;
  const order = Temporal.Instant.compare(a.session.startsAt, b.session.startsAt);
  return order || a.session.number - b.session.number;
}

function itemOf({ session, part, place, until = null, deed = null }: Mine, all: Mine[]): AgendaItem {
  const { id, title, status, startsAt, endsAt, timeZone, allDay } = session;
  return {
    ...{ id, title, status, startsAt, endsAt, timeZone, allDay, part, place, until, deed },
    path: sessionPath(session),
    where: placeOf(session),
    speakers: session.speakers.map((speaker) => speaker.name),
    of: session.festival?.name ?? session.series?.name ?? "",
    clashes: clashesOf(session, all),
  };
}

/** What takes this person's time while a session runs; nothing clashes with what is called off or lasts all day. */
function clashesOf(session: Session, all: Mine[]): string[] {
  if (session.allDay || session.status === "cancelled") return [];
  return all
    .filter(({ part }) => part === "gives" || part === "attends")
    .map((one) => one.session)
    .filter((other) => other.id !== session.id && !other.allDay && other.status !== "cancelled")
    .filter((other) => isBefore(other.startsAt, session.endsAt) && isBefore(session.startsAt, other.endsAt))
    .map((other) => other.title);
}

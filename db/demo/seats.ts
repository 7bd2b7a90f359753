import type { ProgrammeSession } from "~/festivals/diff.ts";
import { instantOf, plus } from "~/platform/time.ts";
import type { Alliance } from "./alliance.server.ts";
import { namedPeople, placedContent, seatsContent, swapContent } from "./content/seats.ts";
import { seededDice } from "./dice.ts";

export interface Seat {
  sessionId: string;
  personId: string;
  status: "confirmed" | "waiting";
  givesUpSessionId: string | null;
  placedBy?: string;
  reason?: string;
}

/** How many people choose something in a round of workshops. */
const interest = 0.7;

/** Who sits and waits where: the told choices first, then everybody else by dice, never two things at a time. */
export function fillSeats(programme: ProgrammeSession[], { people }: Alliance): Seat[] {
  const workshops = programme.filter((session) => session.kind === "workshop");
  const diary = new Diary(programme);
  const told = seatsContent.flatMap((content): Seat[] => {
    const session = titled(workshops, content.workshop);
    const seats = content.seats.map((key) => ({
      ...seatIn(session, people[key].id),
      ...placing(content.workshop, key, people),
    }));
    const waiting = (content.waiting ?? []).map((key) => waitFor(workshops, session, people[key].id, key));
    return [...seats, ...waiting];
  });
  for (const seat of told) diary.note(seat);
  return [...told, ...thrown(workshops, diary, people)];
}

function thrown(workshops: ProgrammeSession[], diary: Diary, people: Alliance["people"]): Seat[] {
  const roll = seededDice(2026);
  const others = Object.entries(people).filter(([key]) => !namedPeople.some((named) => named === key));
  const told = new Set(seatsContent.map((content) => content.workshop));
  const open = workshops.filter((session) => !told.has(session.title));
  const starts = new Set(workshops.map(startOf));
  const seats: Seat[] = [];
  for (const start of starts) {
    const round = open.filter((session) => startOf(session) === start);
    for (const [, person] of others) {
      const options = round.filter((session) => diary.hasRoom(session, person.id));
      const choice = options[Math.floor((roll() / interest) * options.length)];
      if (!choice) continue;
      const seat = seatIn(choice, person.id);
      diary.note(seat);
      seats.push(seat);
    }
  }
  return seats;
}

/** What is taken: seats, people's time, and workshops somebody already has a seat in. */
class Diary {
  private readonly sessions: Map<string, ProgrammeSession>;
  private readonly busy = new Map<string, { from: string; to: string }[]>();
  private readonly seated = new Map<string, number>();
  private readonly workshops = new Set<string>();

  constructor(programme: ProgrammeSession[]) {
    this.sessions = new Map(programme.map((session) => [session.id, session]));
    for (const session of programme) {
      for (const { personId } of session.speakers) if (personId) this.occupy(session, personId);
    }
  }

  note({ sessionId, personId, status }: Seat): void {
    const session = this.sessions.get(sessionId)!;
    this.occupy(session, personId);
    if (status === "confirmed") this.seated.set(sessionId, (this.seated.get(sessionId) ?? 0) + 1);
    this.workshops.add(`${personId} ${session.proposalId ?? sessionId}`);
  }

  hasRoom(session: ProgrammeSession, personId: string): boolean {
    const { from, to } = stretchOf(session);
    return (
      (this.seated.get(session.id) ?? 0) < (session.capacity ?? Number.POSITIVE_INFINITY) &&
      !this.workshops.has(`${personId} ${session.proposalId ?? session.id}`) &&
      !(this.busy.get(personId) ?? []).some((other) => other.from < to && from < other.to)
    );
  }

  private occupy(session: ProgrammeSession, personId: string): void {
    this.busy.set(personId, [...(this.busy.get(personId) ?? []), stretchOf(session)]);
  }
}

const startOf = (session: ProgrammeSession) => instantOf(session.startsLocal, session.timeZone).toString();

function stretchOf(session: ProgrammeSession) {
  const from = startOf(session);
  return { from, to: plus(from, { minutes: session.durationMinutes }) };
}

function titled(workshops: ProgrammeSession[], title: string): ProgrammeSession {
  const found = workshops.find((session) => session.title === title);
  if (!found) throw new Error(`no workshop is called "${title}"`);
  return found;
}

const seatIn = ({ id }: ProgrammeSession, personId: string): Seat => ({
  sessionId: id,
  personId,
  status: "confirmed",
  givesUpSessionId: null,
});

/** Who signed them up there, and why. */
function placing(workshop: string, person: string, people: Alliance["people"]) {
  const placed = placedContent.find((one) => one.workshop === workshop && one.person === person);
  return placed && { placedBy: people[placed.by].id, reason: placed.reason };
}

function waitFor(
  workshops: ProgrammeSession[],
  session: ProgrammeSession,
  personId: string,
  key: string,
): Seat {
  const swaps = key === swapContent.person && session.title === swapContent.waitsFor;
  const givesUpSessionId = swaps ? titled(workshops, swapContent.givesUp).id : null;
  return { sessionId: session.id, personId, status: "waiting", givesUpSessionId };
}

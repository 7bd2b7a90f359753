import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people } from "#db/schema/index.ts";
import { isUuid } from "~/platform/ids.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { festivalAdmission } from "../admission.server.ts";
import { holdsSeat } from "../decide.ts";
import { signupStates } from "../states.server.ts";
import { mayPlace, maySeeAttendee } from "./access.ts";
import { findDeeds } from "./deeds.server.ts";
import type { Organiser } from "./sign-up.server.ts";

/**
 * What one of an organiser's own people has, waits for and gives at a festival, and what they may be signed up for;
 * null for anybody else's people.
 */
export async function findAttendee(db: Database, { viewer, festival }: Organiser, id: string, now: Instant) {
  if (!isUuid(id)) return null;
  const [person] = await db
    .select({ id: people.id, name: people.name, email: people.email, organisationId: people.organisationId })
    .from(people)
    .where(eq(people.id, id));
  if (!person || !maySeeAttendee(viewer, festival, person)) return null;
  const all = await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] });
  const ids = all.map((session) => session.id);
  const states = await signupStates(db, id, ids);
  const deeds = await findDeeds(db, id, ids);
  const { window } = festivalAdmission(festival, now);
  const gives = all.filter((session) => session.speakers.some((speaker) => speaker.personId === id));
  const mayBe = all.filter(
    (session) =>
      session.kind !== "break" &&
      isBefore(now, session.startsAt) &&
      !gives.includes(session) &&
      !holdsSeat(states[session.id]?.status ?? null) &&
      mayPlace(viewer, festival, { session, person, window }),
  );
  return {
    person: { id: person.id, name: person.name, email: person.email },
    seats: all.flatMap((session) => {
      const own = states[session.id];
      if (!own) return [];
      const { status, place } = own;
      const mayEnd = isBefore(now, session.startsAt) && (holdsSeat(status) || status === "waiting");
      return [{ session: lineOf(session), status, place, mayEnd, deed: deeds.get(session.id) ?? null }];
    }),
    gives: gives.map(lineOf),
    choices: mayBe.map(lineOf),
  };
}

export type AttendeePage = NonNullable<Awaited<ReturnType<typeof findAttendee>>>;
export type SessionLine = ReturnType<typeof lineOf>;

/** What a line of a page says of a session. */
export function lineOf(
  session: Pick<
    Awaited<ReturnType<typeof listSessions>>[number],
    "id" | "title" | "startsAt" | "endsAt" | "timeZone" | "allDay" | "capacity" | "seatsTaken"
  > & { organisation: { name: string } },
) {
  const { id, title, startsAt, endsAt, timeZone, allDay, capacity, seatsTaken } = session;
  return {
    id,
    title,
    startsAt,
    endsAt,
    timeZone,
    allDay,
    capacity,
    seatsTaken,
    host: session.organisation.name,
  };
}

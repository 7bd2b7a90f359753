import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  type GivenSession,
  makeFestival,
  makeHost,
  makeOrganisation,
  makePeople,
  makePerson,
  makeSession,
  makeSignups,
} from "#db/demo/factories.ts";
import { commitments, people, sessions, signups } from "#db/schema/index.ts";
import { requestContext, testSecret } from "#tests/support/requests.ts";
import { randomIds } from "~/platform/ids.ts";
import { instantOf, plus, Temporal } from "~/platform/time.ts";
import { action } from "~/routes/festivals.$festival.organise.door.$door.check-ins.ts";
import { applyCheckIns } from "~/signups/door/apply.server.ts";
import type { CheckIn, Result } from "~/signups/door/check-in.ts";

export const startsLocal = "2027-01-11T10:00";
export const zone = "Europe/Amsterdam";
/** So many minutes after the start. */
export const minute = (count: number) =>
  Temporal.Instant.from(plus(instantOf(startsLocal, zone), { seconds: Math.round(count * 60) }));

/** A festival of a lead and a host; sessions are the host's. */
export async function doorScene(db: Database) {
  const lead = await makeOrganisation(db, { name: "Waterland" });
  const host = await makeOrganisation(db, { name: "Lumen" });
  const other = await makeOrganisation(db, { name: "Kade" });
  const festival = await makeFestival(db, { slug: "day", leadOrganisationId: lead.id });
  for (const { id } of [host, other])
    await makeHost(db, { festivalId: festival.id, organisationId: id, status: "accepted" });
  const organiser = await makePerson(db, { organisationId: host.id, role: "organiser", name: "Olivia" });
  const session = (given: Partial<GivenSession> = {}) =>
    makeSession(db, { festivalId: festival.id, organisationId: host.id, startsLocal, ...given });
  const attendees = async (names: string[], organisationId = host.id) =>
    (
      await makePeople(
        db,
        names.map((name) => ({ name, organisationId })),
      )
    ).map(({ id }) => id);
  return { lead, host, other, festival, organiser, session, attendees };
}

export type DoorScene = Awaited<ReturnType<typeof doorScene>>;

type Told = Partial<CheckIn> & Pick<CheckIn, "kind">;

/** One thing told by a device at the moment it happened, or later; returns what came of it. */
export async function tell(
  db: Database,
  { festival, organiser }: DoorScene,
  sessionId: string,
  told: Told & { at: number; receivedAt?: number; device?: string },
): Promise<Result> {
  const { at, receivedAt = at, device = "phone", ...one } = told;
  const startsAt = instantOf(startsLocal, zone).toString();
  const door = { festivalId: festival.id, sessionId, startsAt };
  const checkIn = {
    ...{ id: randomIds.uuid(), givesUp: false, anyway: false },
    ...{ happenedAt: minute(at).toString(), ...one },
  };
  const now = minute(receivedAt);
  const batch = { device, now: now.toString(), checkIns: [checkIn] };
  const deps = { now, ids: randomIds, secret: testSecret, by: organiser.id };
  const [result] = await applyCheckIns(db, door, batch, deps);
  return result!;
}

/** The endpoint as a phone reaches it. */
export async function post(
  db: Database,
  { festival, organiser, host }: DoorScene,
  sessionId: string,
  batch: unknown,
  now: Temporal.Instant,
): Promise<{ status: number; results: Result[] }> {
  const viewer = { ...organiser, personId: organiser.id, organisationSlug: host.slug };
  const request = new Request("http://localhost:3000/check-ins", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(batch),
  });
  const memo = new Map<string, Promise<unknown>>([["viewer", Promise.resolve(viewer)]]);
  const context = requestContext(db, { now: () => now, memo });
  const params = { festival: festival.slug, door: sessionId };
  const answer = await action({ request, params, context });
  return { status: answer.status, ...((await answer.json()) as { results: Result[] }) };
}

/** Who has what of a session, by name. */
export async function states(db: Database, sessionId: string): Promise<Record<string, string>> {
  const rows = await db
    .select({ name: people.name, status: signups.status, walkIn: signups.walkIn })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.personId))
    .where(eq(signups.sessionId, sessionId))
    .orderBy(asc(people.name));
  return Object.fromEntries(
    rows.map(({ name, status, walkIn }) => [name, walkIn ? `${status}, walk-in` : status]),
  );
}

/** Seats as the session counts them, as the sign-ups are, and whose time is taken: all three must agree. */
export async function seatsOf(db: Database, sessionId: string) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  const seated = await db.select().from(signups).where(eq(signups.sessionId, sessionId));
  const holding = seated.filter(({ status }) => ["confirmed", "offered", "attended"].includes(status));
  const sitting = seated.filter(({ status }) => ["confirmed", "attended"].includes(status));
  const busy = await db
    .select({ personId: commitments.personId })
    .from(commitments)
    .where(and(eq(commitments.sessionId, sessionId), eq(commitments.role, "attends")));
  return {
    counted: session!.seatsTaken,
    held: holding.length,
    capacity: session!.capacity,
    timeAgrees:
      busy
        .map((one) => one.personId)
        .sort()
        .join() ===
      sitting
        .map((one) => one.personId)
        .sort()
        .join(),
  };
}

export { makeSignups };

import type { Database } from "#db/connect.ts";
import {
  type GivenSession,
  makeFestival,
  makeOrganisation,
  makePerson,
  makeSession,
} from "#db/demo/factories.ts";
import { mails } from "#db/schema/index.ts";
import { at } from "#tests/support/ids.ts";
import { origin } from "#tests/support/requests.ts";
import { eventHandlers } from "~/jobs.ts";
import { readConfig } from "~/platform/config.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import type { Instant } from "~/platform/time.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";

/** Some days before everything: seats are given at once. */
export const early = at("2027-01-04T09:00:00Z");
/** The day before a workshop of ten o'clock in Amsterdam: a free seat is offered. */
export const dayBefore = at("2027-01-10T12:00:00Z");
export const later = (hours: number, minutes = 0): Instant => dayBefore.add({ hours, minutes });

/** One festival, its people and sessions, and what they do, in short. */
export async function seatScene(db: Database, festivalGiven: { signupClosesAt?: string } = {}) {
  const waterland = await makeOrganisation(db, { name: "Waterland" });
  const festival = await makeFestival(db, {
    slug: "spring",
    name: "Spring",
    leadOrganisationId: waterland.id,
    ...festivalGiven,
  });
  const person = async (name: string) =>
    (
      await makePerson(db, {
        name,
        email: `${name.toLowerCase()}@waterland.example`,
        organisationId: waterland.id,
      })
    ).id;
  return {
    waterland,
    festival,
    person,
    people: async (...names: string[]) => {
      const ids: string[] = [];
      for (const name of names) ids.push(await person(name));
      return ids;
    },
    session: (title: string, startsLocal: string, given: Partial<GivenSession> = {}) =>
      makeSession(db, {
        festivalId: festival.id,
        organisationId: waterland.id,
        title,
        startsLocal,
        ...given,
      }),
    ask: (personId: string, sessionId: string, now: Instant = early, givesUp?: string) =>
      signUp(db, { personId, sessionId, givesUp }, { now, ids: randomIds, window: "open" }),
    leave: (personId: string, sessionId: string, now: Instant) =>
      cancelSignup(db, { personId, sessionId }, { now }),
  };
}

/** Everything that happens after an event, as the worker does it. */
export function sweepAll(db: Database, now: Instant): Promise<number> {
  const config = readConfig({ PUBLIC_URL: origin, MAIL_FROM: "hello@learn.example" });
  const platform = { db, config, ids: randomIds, uidDomain: "learn.example", log: createLog("silent") };
  return sweepEvents(platform, eventHandlers, now);
}

/** Mails to somebody since the last look, oldest first. */
export function inboxOf(db: Database) {
  const seen = new Set<string>();
  return async (email: string) => {
    const rows = await db.select().from(mails).orderBy(mails.createdAt, mails.subject);
    const fresh = rows.filter(({ id, recipient }) => recipient === email && !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return fresh;
  };
}

import type { Database } from "#db/connect.ts";
import { makeFestival, makeOrganisation, makePerson, makeSession } from "#db/demo/factories.ts";
import { mails } from "#db/schema/index.ts";
import { propertyOf } from "#tests/support/ics.ts";
import { at } from "#tests/support/ids.ts";
import { calendarHandlers } from "~/calendar/jobs.server.ts";
import { readConfig } from "~/platform/config.ts";
import { recordEvent, sweepEvents } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { type Instant, plus } from "~/platform/time.ts";

export const now = at("2026-11-23T09:00:00Z");
export const minutes = (count: number): Instant => at(plus(now, { minutes: count }));
export const config = readConfig({ PUBLIC_URL: "http://localhost:3000", MAIL_FROM: "hello@learn.example" });

export function telling(db: () => Database) {
  const inbox = () => db().select().from(mails).orderBy(mails.createdAt, mails.subject);
  return {
    inbox,
    sweep: (when: Instant, mailFrom = config.mailFrom) =>
      sweepEvents(
        {
          db: db(),
          config: { ...config, mailFrom },
          ids: randomIds,
          uidDomain: "learn.example",
          log: createLog("silent"),
        },
        calendarHandlers,
        when,
      ),
    signed: (sessionId: string, personId: string, change: string, when: Instant = now) =>
      recordEvent(db(), {
        kind: "signup.changed",
        subject: sessionId,
        payload: { personId, change },
        now: when,
      }),
    /** Method, SEQUENCE and UID of each mail with a calendar in it, oldest first. */
    cards: async () =>
      (await inbox()).flatMap(({ ical }) =>
        ical ? [[propertyOf(ical, "METHOD"), propertyOf(ical, "SEQUENCE"), propertyOf(ical, "UID")]] : [],
      ),
    subjects: async () => (await inbox()).map(({ subject }) => subject),
  };
}

export async function world(db: Database) {
  const waterland = await makeOrganisation(db, { name: "Waterland" });
  const daan = await makePerson(db, {
    name: "Daan",
    email: "daan@polder.example",
    organisationId: waterland.id,
  });
  const festival = await makeFestival(db, { slug: "spring", leadOrganisationId: waterland.id });
  const session = await makeSession(db, {
    festivalId: festival.id,
    organisationId: waterland.id,
    title: "Knitting with code",
    place: "The Mill",
    startsLocal: "2027-01-11T10:00",
  });
  return { waterland, daan, festival, session };
}

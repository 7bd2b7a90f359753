import type { Database } from "#db/connect.ts";
import { makePerson, makeSignup } from "#db/demo/factories.ts";
import { invites, mails, sessions } from "#db/schema/index.ts";
import { at } from "#tests/support/ids.ts";
import { calendarHandlers } from "~/calendar/jobs.server.ts";
import { readConfig } from "~/platform/config.ts";
import { recordEvent, sweepEvents } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { type Instant, plus } from "~/platform/time.ts";
import { makeProgramme, now } from "./festivals.support.ts";

export const minutes = (count: number): Instant => at(plus(now, { minutes: count }));

/** A released festival with two sessions, in both of which Daan has a seat; he and the speaker know it. */
export async function releasedFestival(db: Database) {
  const programme = await makeProgramme(db);
  const { add, release, lumen, festival } = programme;
  const first = await add({ title: "First", speakers: ["member@waterland.example"] });
  const second = await add({ title: "Second", startsLocal: "2027-04-09T14:00" });
  await release();
  const daan = await makePerson(db, {
    name: "Daan",
    email: "daan@lumen.example",
    organisationId: lumen.organisation.id,
  });
  for (const sessionId of [first, second]) {
    await makeSignup(db, { sessionId, personId: daan.id });
    await recordEvent(db, {
      kind: "signup.changed",
      subject: sessionId,
      payload: { personId: daan.id, change: "confirmed" },
      now,
    });
  }
  const sweep = (when: Instant, worker = db) =>
    sweepEvents(
      {
        db: worker,
        config: readConfig({ PUBLIC_URL: "http://localhost:3000", MAIL_FROM: "hello@learn.example" }),
        ids: randomIds,
        uidDomain: "learn.example",
        log: createLog("silent"),
      },
      calendarHandlers,
      when,
    );
  await sweep(minutes(10));
  const before = (await db.select().from(mails)).length;
  const inbox = async () =>
    (await db.select().from(mails).orderBy(mails.createdAt, mails.recipient)).slice(before);
  /** Kind, recipient and how many calendar parts, of what came since. */
  const told = async () =>
    (await inbox())
      .map(({ kind, recipient, ical, moreIcals }) => [
        kind,
        recipient,
        (ical ? 1 : 0) + (moreIcals?.length ?? 0),
      ])
      .sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
  const statuses = async () =>
    (await db.select().from(sessions).orderBy(sessions.number)).map(({ status, startsLocal }) => [
      status,
      startsLocal,
    ]);
  const methods = async () =>
    (await db.select().from(invites)).map(({ lastMethod, sequence }) => `${lastMethod} ${sequence}`).sort();
  return {
    ...programme,
    first,
    second,
    daan,
    sweep,
    inbox,
    told,
    statuses,
    methods,
    id: (await festival()).id,
  };
}

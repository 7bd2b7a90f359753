import type { Database } from "#db/connect.ts";
import { makeFestival, makeHost, makePeople, makeSession, makeSignups } from "#db/demo/factories.ts";
import { mails, messageRecipients } from "#db/schema/index.ts";
import { requestContext } from "#tests/support/requests.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { randomIds } from "~/platform/ids.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Audience } from "~/signups/messages/audience.ts";
import { createMessage, putInOutbox, type Words } from "~/signups/messages/messages.server.ts";
import { sendDueMessages } from "~/signups/messages/send.server.ts";
import { makeHostOrganisation, now } from "./festivals.support.ts";

type Host = Awaited<ReturnType<typeof makeHostOrganisation>>;

const viewerOf = ({ organiser }: Host, slug: string): Viewer => ({
  ...organiser,
  ...{ name: `Organiser of ${slug}`, email: `organiser@${slug}.example`, organisationSlug: slug },
  ...{ language: null, timeZone: null },
});

/**
 * A festival that waterland leads and lumen hosts too, with kade as a guest. Lumen gives `sketching` at ten beside
 * waterland's `repairs`, and waterland `singing` at noon; `off` of lumen is called off. Six people come or wait:
 * `wim` and `wies` of waterland, `lou` and `lea` of lumen, `kim` of kade, `max` without an organisation.
 */
export async function makeAudience(db: Database) {
  const waterland = await makeHostOrganisation(db, "waterland");
  const lumen = await makeHostOrganisation(db, "lumen");
  const kade = await makeHostOrganisation(db, "kade");
  const row = await makeFestival(db, {
    ...{ slug: "spring", name: "Spring", status: "released", language: "en" },
    leadOrganisationId: waterland.organisation.id,
  });
  await makeHost(db, { festivalId: row.id, organisationId: lumen.organisation.id });
  const festival = (await findFestival(db, "spring"))!;
  const give = (title: string, host: Host, hour: string, more: object = {}) =>
    makeSession(db, {
      ...{ festivalId: festival.id, organisationId: host.organisation.id, title, capacity: 30 },
      ...{ startsLocal: `2027-04-08T${hour}`, timeZone: "Europe/Amsterdam", durationMinutes: 60 },
      ...more,
    });
  const sessions = {
    sketching: await give("Sketching", lumen, "10:00"),
    repairs: await give("Repairs", waterland, "10:00"),
    singing: await give("Singing", waterland, "12:00"),
    off: await give("Called off", lumen, "14:00", { status: "cancelled" }),
  };
  const named = (name: string, organisationId: string | null, more: object = {}) => ({
    ...{ name, email: `${name}@people.example`, organisationId },
    ...more,
  });
  const [wim, wies, lou, lea, kim, max] = await makePeople(db, [
    named("wim", waterland.organisation.id, { language: "nl" }),
    named("wies", waterland.organisation.id),
    named("lou", lumen.organisation.id),
    named("lea", lumen.organisation.id),
    named("kim", kade.organisation.id),
    named("max", null),
  ]);
  const people = { wim: wim!, wies: wies!, lou: lou!, lea: lea!, kim: kim!, max: max! };
  const signedUp = (person: { id: string }, session: { id: string }, status = "confirmed") => ({
    ...{ personId: person.id, sessionId: session.id, status: status as "confirmed" },
    offeredUntil: status === "offered" ? "2027-04-07T18:00:00Z" : null,
  });
  await makeSignups(db, [
    signedUp(people.wim, sessions.sketching),
    signedUp(people.wim, sessions.singing),
    signedUp(people.wies, sessions.repairs, "waiting"),
    signedUp(people.lou, sessions.sketching, "offered"),
    signedUp(people.lou, sessions.singing, "attended"),
    signedUp(people.lea, sessions.singing, "cancelled"),
    signedUp(people.lea, sessions.off),
    signedUp(people.kim, sessions.repairs),
    signedUp(people.kim, sessions.singing, "waiting"),
    signedUp(people.max, sessions.singing),
    signedUp(people.max, sessions.repairs, "not-coming"),
  ]);
  const viewers = {
    lead: viewerOf(waterland, "waterland"),
    host: viewerOf(lumen, "lumen"),
    outsider: viewerOf(kade, "kade"),
  };
  const write = async (audience: Audience, given: Partial<Words> = {}) => {
    const words = { audience, waiting: false, subject: "Lunch", body: "On the roof.", ...given };
    const written = { ...words, id: randomIds.uuid(), festivalId: festival.id };
    const message = await createMessage(db, { ...written, writtenBy: viewers.lead.personId }, { now });
    return message!;
  };
  const send = async (audience: Audience, given: Partial<Words> = {}, at: IsoInstant | null = null) => {
    const message = await write(audience, given);
    await putInOutbox(db, message.id, at, { now });
    return message;
  };
  return {
    ...{ waterland, lumen, kade, festival, sessions, people, viewers, write, send },
    organisations: { waterland: waterland.organisation.id, lumen: lumen.organisation.id },
  };
}

/** What the background work does at a moment. */
export const sweep = (db: Database, at: Instant) => sendDueMessages(requestContext(db), at);

/** Who was written to, in order of name. */
export async function mailed(db: Database): Promise<string[]> {
  const rows = await db.select({ to: mails.recipient, kind: mails.kind }).from(mails);
  return rows
    .filter(({ kind }) => kind === "message")
    .map(({ to }) => to.split("@")[0]!)
    .sort();
}

export const recipients = async (db: Database) => (await db.select().from(messageRecipients)).length;

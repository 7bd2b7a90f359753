import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makePeople, makeSignups } from "#db/demo/factories.ts";
import { mails, messageRecipients, messages } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { requestContext } from "#tests/support/requests.ts";
import { withPauses } from "#tests/support/unlocked.ts";
import "~/jobs.ts";
import { changeMessage, findMessage, stopMessage } from "~/signups/messages/messages.server.ts";
import { sendDueMessages } from "~/signups/messages/send.server.ts";
import { now } from "./festivals.support.ts";
import { mailed, makeAudience } from "./messages.support.ts";

const later = now.add({ minutes: 5 });
const guests = 120;

async function scene(db: Database) {
  const made = await makeAudience(db);
  const names = Array.from({ length: guests }, (_, index) => `guest${index}`);
  const people = await makePeople(
    db,
    names.map((name) => ({ name, email: `${name}@people.example` })),
  );
  await db.execute(sql`update sessions set capacity = 500`);
  const sessionId = made.sessions.singing.id;
  await makeSignups(
    db,
    people.map(({ id }) => ({ sessionId, personId: id })),
  );
  const message = await made.send({ kind: "festival" });
  return { ...made, message };
}

const workers = (db: Database, count: number) =>
  Promise.all(Array.from({ length: count }, () => sendDueMessages(requestContext(withPauses(db)), later)));

describe.skipIf(!postgresUrl)("two workers and one message", () => {
  const db = postgresDatabase({ connections: 8 });
  test("write to everybody once, together as many as there are", async () => {
    const { festival, message } = await scene(db());
    const written = await workers(db(), 2);
    expect(written[0]! + written[1]!).toBe(guests + 4);
    const everybody = await mailed(db());
    expect([everybody.length, new Set(everybody).size]).toEqual([guests + 4, guests + 4]);
    expect(await db().$count(messageRecipients)).toBe(guests + 4);
    expect((await findMessage(db(), festival.id, message.id))?.status).toBe("sent");
  });

  test("a message that is stopped at the moment it leaves is either stopped for all or sent to all", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { message } = await scene(db());
      const [stopped] = await Promise.all([
        stopMessage(db(), message.id, { now: later }),
        sendDueMessages(requestContext(db()), later),
      ]);
      expect(await db().$count(mails, eq(mails.kind, "message"))).toBe(stopped.ok ? 0 : guests + 4);
      await db().delete(messages);
      await db().delete(mails);
      await db().execute(sql`truncate festivals, organisations, people cascade`);
    }
  });

  test("a message that is changed at the moment it leaves is sent with one text or the other, never with both", async () => {
    const { message } = await scene(db());
    const words = { ...message, subject: "Other" };
    const [changed] = await Promise.all([
      changeMessage(db(), message.id, words, { now: later }),
      sendDueMessages(requestContext(db()), later),
    ]);
    const subjects = await db().selectDistinct({ subject: mails.subject }).from(mails);
    expect(subjects).toEqual(changed.ok ? [] : [{ subject: "Lunch" }]);
  });
});

describe.skipIf(!postgresUrl)("the control: without the key on message and person", () => {
  const db = postgresDatabase({ connections: 8 });

  test("two workers write to the same people twice", async () => {
    await scene(db());
    await db().execute(
      sql`alter table ${messageRecipients} drop constraint message_recipients_message_id_person_id_pk`,
    );
    await workers(db(), 2);
    const everybody = await mailed(db());
    expect(everybody.length).toBeGreaterThan(new Set(everybody).size);
  });
});

import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, mailRefusals, mails, people, sessions, signups } from "#db/schema/index.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { messagesContent } from "./content/messages.ts";
import { daysAgo, demoDates, homeZone } from "./dates.ts";
import { makeMessage, makeRecipients } from "./factories/messages.ts";

/** What the organisers of the spring festival have written: one message that left, and one in the outbox. */
export async function fillMessages(db: Database, story: Story, alliance: Alliance): Promise<void> {
  const [festival] = await db.select().from(festivals).where(eq(festivals.slug, "deell-spring"));
  if (!festival) throw new Error("no spring festival to write about");
  const dates = demoDates(story.now);
  await makeSent(db, story, alliance, festival.id);
  const { by, host, ...words } = messagesContent.waiting;
  const createdAt = daysAgo(dates, 1, "14:20");
  const noon = dates.spring.subtract({ days: 1 }).toZonedDateTime({ timeZone: homeZone, plainTime: "12:00" });
  await makeMessage(
    db,
    {
      ...words,
      audience: { kind: "host", organisationId: alliance.organisations[host] },
      ...{ festivalId: festival.id, writtenBy: alliance.people[by].id, status: "outbox" },
      ...{ createdAt, updatedAt: createdAt, sendAt: noon.toInstant().toString() },
    },
    story,
  );
}

async function makeSent(db: Database, story: Story, alliance: Alliance, festivalId: string): Promise<void> {
  const { by, refusedBy, cameBackFrom, reason, ...words } = messagesContent.sent;
  const sentAt = daysAgo(demoDates(story.now), 6, "11:05");
  const message = await makeMessage(
    db,
    {
      ...words,
      ...{ festivalId, writtenBy: alliance.people[by].id, status: "sent" },
      ...{ createdAt: sentAt, updatedAt: sentAt, sendAt: sentAt, sentAt },
    },
    story,
  );
  const refused = alliance.people[refusedBy].id;
  await db.insert(mailRefusals).values({ personId: refused, topic: "messages", refusedAt: sentAt });
  const seated = await db
    .selectDistinct({ id: people.id, email: people.email })
    .from(people)
    .innerJoin(signups, eq(signups.personId, people.id))
    .innerJoin(sessions, and(eq(sessions.id, signups.sessionId), eq(sessions.festivalId, festivalId)))
    .where(inArray(signups.status, ["confirmed"]))
    .orderBy(asc(people.id));
  const mailIds = seated.map(({ id }) => (id === refused ? null : story.ids.uuid()));
  await makeRecipients(
    db,
    seated.map(({ id }, index) => ({
      messageId: message.id,
      ...{ personId: id, mailId: mailIds[index] ?? null, queuedAt: sentAt },
    })),
  );
  // Of what went well only the list is kept; what came back says why.
  const lost = seated.findIndex(({ id }) => id === alliance.people[cameBackFrom].id);
  await db.insert(mails).values({
    ...{ id: mailIds[lost]!, kind: "message", recipient: seated[lost]!.email, subject: words.subject },
    ...{ text: words.body, html: "", status: "failed", attempts: 1, lastError: reason },
    ...{ createdAt: sentAt, dueAt: sentAt, bouncedAt: sentAt },
  });
}

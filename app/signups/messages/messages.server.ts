import { and, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { messages, organisations, people } from "#db/schema/index.ts";
import type { MessageStatus } from "#db/schema/messages.ts";
import { isUuid } from "~/platform/ids.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Audience } from "./audience.ts";
import { leavesAt } from "./message.ts";

export interface Message {
  id: string;
  festivalId: string;
  audience: Audience;
  /** Those who wait get it too. */
  waiting: boolean;
  subject: string;
  body: string;
  status: MessageStatus;
  updatedAt: IsoInstant;
  sendAt: IsoInstant | null;
  sentAt: IsoInstant | null;
  /** Null when their account is gone. */
  author: { id: string; name: string; email: string; organisation: string | null } | null;
}

/** The messages of a festival, newest first. */
export async function listMessages(db: Database, festivalId: string): Promise<Message[]> {
  return (await select(db, eq(messages.festivalId, festivalId))).map(messageOf);
}

/** Null as well for one of another festival, and for a text that is no id. */
export async function findMessage(db: Database, festivalId: string, id: string): Promise<Message | null> {
  if (!isUuid(id)) return null;
  const [row] = await select(db, and(eq(messages.id, id), eq(messages.festivalId, festivalId)));
  return row ? messageOf(row) : null;
}

export async function findMessageById(db: Database, id: string): Promise<Message | null> {
  const [row] = await select(db, eq(messages.id, id));
  return row ? messageOf(row) : null;
}

const select = (db: Database, where: ReturnType<typeof and>) =>
  db
    .select({ message: messages, name: people.name, email: people.email, organisation: organisations.name })
    .from(messages)
    .leftJoin(people, eq(people.id, messages.writtenBy))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(where)
    .orderBy(desc(messages.createdAt), desc(messages.id));

type Row = Awaited<ReturnType<typeof select>>[number];

function messageOf({ message, name, email, organisation }: Row): Message {
  const { id, festivalId, audience, subject, body, status, updatedAt, sendAt, sentAt, writtenBy } = message;
  return {
    ...{ id, festivalId, audience, subject, body, status, updatedAt, sendAt, sentAt },
    waiting: message.waiting === "yes",
    author: writtenBy && name && email ? { id: writtenBy, name, email, organisation } : null,
  };
}

export interface Words {
  audience: Audience;
  waiting: boolean;
  subject: string;
  body: string;
}

export type Refused = { ok: false; reason: "left" };

const changeable: MessageStatus[] = ["draft", "outbox", "withdrawn"];

/**
 * Keeps a new message as a draft. The id comes with the form, so that sending it twice makes one; null where that id
 * is something else.
 */
export async function createMessage(
  db: Database,
  { id, festivalId, writtenBy, ...words }: Words & { id: string; festivalId: string; writtenBy: string },
  { now }: { now: Instant },
): Promise<Message | null> {
  const at = now.toString();
  await db
    .insert(messages)
    .values({
      ...columnsOf(words),
      ...{ id, festivalId, writtenBy, status: "draft", createdAt: at, updatedAt: at },
    })
    .onConflictDoNothing();
  const made = await findMessage(db, festivalId, id);
  return made?.author?.id === writtenBy ? made : null;
}

/**
 * Changes a message that has not left. In the outbox it stays there, but never leaves before what was changed could be
 * looked at again.
 */
export async function changeMessage(
  db: Database,
  id: string,
  words: Words,
  { now }: { now: Instant },
): Promise<{ ok: true; sendAt: IsoInstant | null } | Refused> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ status: messages.status, sendAt: messages.sendAt })
      .from(messages)
      .where(and(eq(messages.id, id), inArray(messages.status, changeable)))
      .for("update");
    if (!before) return { ok: false, reason: "left" };
    const sendAt = before.status === "outbox" ? leavesAt(before.sendAt, now) : null;
    await tx
      .update(messages)
      .set({ ...columnsOf(words), sendAt, updatedAt: now.toString() })
      .where(eq(messages.id, id));
    return { ok: true, sendAt };
  });
}

const columnsOf = ({ audience, waiting, subject, body }: Words) => ({
  ...{ audience, subject, body },
  waiting: waiting ? ("yes" as const) : ("no" as const),
});

/** Puts a message into the outbox, or gives one there another time. It leaves in five minutes, or at the time wanted. */
export async function putInOutbox(
  db: Database,
  id: string,
  wanted: IsoInstant | null,
  { now }: { now: Instant },
): Promise<{ ok: true; sendAt: IsoInstant } | Refused> {
  const sendAt = leavesAt(wanted, now);
  const changed = await change(db, id, changeable, { status: "outbox", sendAt }, now);
  return changed ? { ok: true, sendAt } : { ok: false, reason: "left" };
}

/** Nobody wants to look again: the next sweep sends it. Only what waits in the outbox. */
export async function releaseMessage(
  db: Database,
  id: string,
  { now }: { now: Instant },
): Promise<{ ok: true } | Refused> {
  const changed = await change(db, id, ["outbox"], { sendAt: now.toString() }, now);
  return changed ? { ok: true } : { ok: false, reason: "left" };
}

/** Takes a message out of the outbox; it can be changed and sent again. Stopping it twice changes nothing. */
export async function stopMessage(
  db: Database,
  id: string,
  { now }: { now: Instant },
): Promise<{ ok: true } | Refused> {
  const changed = await change(db, id, ["outbox", "withdrawn"], { status: "withdrawn", sendAt: null }, now);
  return changed ? { ok: true } : { ok: false, reason: "left" };
}

/** Throws away what nobody was sent. */
export async function discardMessage(db: Database, id: string): Promise<{ ok: true } | Refused> {
  const gone = await db
    .delete(messages)
    .where(and(eq(messages.id, id), inArray(messages.status, ["draft", "withdrawn"])))
    .returning({ id: messages.id });
  return gone.length > 0 ? { ok: true } : { ok: false, reason: "left" };
}

async function change(
  db: Database,
  id: string,
  from: MessageStatus[],
  to: { status?: MessageStatus; sendAt: IsoInstant | null },
  now: Instant,
): Promise<boolean> {
  const rows = await db
    .update(messages)
    .set({ ...to, updatedAt: now.toString() })
    .where(and(eq(messages.id, id), inArray(messages.status, from)))
    .returning({ id: messages.id });
  return rows.length > 0;
}

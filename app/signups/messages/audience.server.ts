import { and, asc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { mailRefusals, messages, organisations, people, sessions, signups } from "#db/schema/index.ts";
import type { Refusable } from "~/people/mail-preferences/topics.ts";

const seated = ["confirmed", "offered", "attended"] as const;
const topic: Refusable = "messages";

const audience = (field: string) => sql`${messages.audience}->>${sql.raw(`'${field}'`)}`;

/**
 * Whether a sign-up makes somebody a reader of a message. Only who is written to as the people of one session is
 * still written to when that session is called off.
 */
const isReader: SQL = sql`(
  ${inArray(signups.status, [...seated])} or (${messages.waiting} = 'yes' and ${signups.status} = 'waiting')
) and (
  ${sessions.status} <> 'cancelled' or ${audience("kind")} = 'session'
) and case ${audience("kind")}
  when 'session' then ${sessions.id} = (${audience("sessionId")})::uuid
  when 'slot' then ${sessions.startsAt} = (${audience("startsAt")})::timestamptz
  when 'host' then ${people.organisationId} = (${audience("organisationId")})::uuid
  else true
end`;

/** Each message with each of its readers, as often as they signed up for something. */
const readers = (db: Database) =>
  db
    .selectDistinct({
      messageId: messages.id,
      personId: signups.personId,
      organisationId: people.organisationId,
    })
    .from(messages)
    .innerJoin(sessions, eq(sessions.festivalId, messages.festivalId))
    .innerJoin(signups, eq(signups.sessionId, sessions.id))
    .innerJoin(people, eq(people.id, signups.personId));

/** How many get each of these messages as things stand, by message. */
export async function countReaders(db: Database, messageIds: string[]): Promise<Map<string, number>> {
  if (messageIds.length === 0) return new Map();
  const reader = readers(db)
    .where(and(inArray(messages.id, messageIds), isReader))
    .as("reader");
  const rows = await db
    .select({ messageId: reader.messageId, count: sql<number>`count(*)::int` })
    .from(reader)
    .groupBy(reader.messageId);
  return new Map(rows.map(({ messageId, count }) => [messageId, count]));
}

/** Those who have not been written to yet, always in the same order. */
export async function listUnwritten(db: Database, messageId: string, most: number): Promise<string[]> {
  const reader = readers(db)
    .where(and(eq(messages.id, messageId), isReader))
    .as("reader");
  const rows = await db
    .select({ personId: reader.personId })
    .from(reader)
    .where(
      sql`not exists (select 1 from message_recipients done
        where done.message_id = ${messageId} and done.person_id = ${reader.personId})`,
    )
    .orderBy(asc(reader.personId))
    .limit(most);
  return rows.map(({ personId }) => personId);
}

export interface Reach {
  total: number;
  /** Of all of them: they want no such mail, and get none. */
  refused: number;
  /** People of the organisation that asks, by name. */
  own: { id: string; name: string; refused: boolean }[];
  others: { organisation: string; count: number }[];
}

/** Who gets a message as things stand, as an organisation may know it: its own people by name, others as totals. */
export async function findReach(db: Database, messageId: string, organisationId: string): Promise<Reach> {
  const reader = readers(db)
    .where(and(eq(messages.id, messageId), isReader))
    .as("reader");
  const refusal = and(eq(mailRefusals.personId, reader.personId), eq(mailRefusals.topic, topic));
  const own = await db
    .select({ id: people.id, name: people.name, refusal: mailRefusals.topic })
    .from(reader)
    .innerJoin(people, eq(people.id, reader.personId))
    .leftJoin(mailRefusals, refusal)
    .where(eq(reader.organisationId, organisationId))
    .orderBy(asc(people.name), asc(people.id));
  const others = await db
    .select({
      organisation: sql<string>`coalesce(${organisations.name}, '')`,
      count: sql<number>`count(*)::int`,
      refused: sql<number>`count(${mailRefusals.topic})::int`,
    })
    .from(reader)
    .leftJoin(organisations, eq(organisations.id, reader.organisationId))
    .leftJoin(mailRefusals, refusal)
    .where(or(isNull(reader.organisationId), ne(reader.organisationId, organisationId)))
    .groupBy(organisations.id, organisations.name)
    .orderBy(asc(organisations.name));
  const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
  return {
    total: own.length + sum(others.map(({ count }) => count)),
    refused: own.filter(({ refusal }) => refusal !== null).length + sum(others.map(({ refused }) => refused)),
    own: own.map(({ id, name, refusal }) => ({ id, name, refused: refusal !== null })),
    others: others.map(({ organisation, count }) => ({ organisation, count })),
  };
}

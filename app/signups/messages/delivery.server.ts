import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { mails, messageRecipients, organisations, people } from "#db/schema/index.ts";
import { plainReason } from "~/platform/mail/bounces.server.ts";
import { type Deliveries, type Delivery, noDeliveries } from "./message.ts";

/** A mail that is no longer kept has long been sent. */
const delivery = sql<Delivery>`case
  when ${messageRecipients.mailId} is null then 'refused'
  when ${mails.bouncedAt} is not null then 'bounced'
  when ${mails.status} = 'failed' then 'failed'
  when ${mails.status} in ('queued', 'sending') then 'on-its-way'
  else 'sent' end`;

const count = sql<number>`count(*)::int`;

/** What became of the mails of each message. */
export async function countDeliveries(db: Database, messageIds: string[]): Promise<Map<string, Deliveries>> {
  const counted = new Map<string, Deliveries>();
  if (messageIds.length === 0) return counted;
  const rows = await db
    .select({ messageId: messageRecipients.messageId, delivery, count })
    .from(messageRecipients)
    .leftJoin(mails, eq(mails.id, messageRecipients.mailId))
    .where(inArray(messageRecipients.messageId, messageIds))
    .groupBy(messageRecipients.messageId, sql`2`);
  for (const row of rows) {
    const so = counted.get(row.messageId) ?? noDeliveries;
    counted.set(row.messageId, { ...so, [row.delivery]: row.count });
  }
  return counted;
}

export interface DeliveryReport {
  /** People of the organisation that asks. */
  own: { id: string; name: string; delivery: Delivery; reason: string | null }[];
  others: { organisation: string; deliveries: Deliveries }[];
}

/** These stand first: somebody has to tell them by another way. */
const wentWrong = ({ delivery }: { delivery: Delivery }) => delivery === "bounced" || delivery === "failed";

/** Who got a message and who did not, as an organisation may know it: its own people by name, others as totals. */
export async function findDeliveries(
  db: Database,
  messageId: string,
  organisationId: string,
): Promise<DeliveryReport> {
  const own = await db
    .select({ id: people.id, name: people.name, delivery, reason: mails.lastError })
    .from(messageRecipients)
    .innerJoin(people, eq(people.id, messageRecipients.personId))
    .leftJoin(mails, eq(mails.id, messageRecipients.mailId))
    .where(and(eq(messageRecipients.messageId, messageId), eq(people.organisationId, organisationId)))
    .orderBy(asc(people.name), asc(people.id));
  const rows = await db
    .select({ organisation: sql<string>`coalesce(${organisations.name}, '')`, delivery, count })
    .from(messageRecipients)
    .innerJoin(people, eq(people.id, messageRecipients.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(mails, eq(mails.id, messageRecipients.mailId))
    .where(
      and(
        eq(messageRecipients.messageId, messageId),
        or(isNull(people.organisationId), ne(people.organisationId, organisationId)),
      ),
    )
    .groupBy(organisations.name, sql`2`)
    .orderBy(asc(organisations.name));
  const others = new Map<string, Deliveries>();
  for (const row of rows) {
    const so = others.get(row.organisation) ?? noDeliveries;
    others.set(row.organisation, { ...so, [row.delivery]: row.count });
  }
  return {
    own: own
      .map(({ reason, ...one }) => ({ ...one, reason: wentWrong(one) ? plainReason(reason ?? "") : null }))
      .toSorted((a, b) => Number(wentWrong(b)) - Number(wentWrong(a))),
    others: [...others].map(([organisation, deliveries]) => ({ organisation, deliveries })),
  };
}

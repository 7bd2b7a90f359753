import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";

/** What an installation decided once and keeps: UID domain, keys. */
export const settings = pgTable("settings", { key: text().primaryKey(), value: text().notNull() });

/** The outbox: written in the transaction of the change it tells of, handled by a job at or after `dueAt`. */
export const events = pgTable(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    /** The id of what the event is about. */
    subject: uuid().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    attempts: integer().notNull().default(0),
    lastError: text("last_error"),
    handledAt: instant("handled_at"),
  },
  (t) => [index("events_due").on(t.dueAt).where(sql`${t.handledAt} is null`)],
);

export const mailStatuses = ["queued", "sending", "sent", "kept", "failed"] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** Mail on its way. `kept` is for installations without SMTP: the demo shows it at /outbox. */
export const mails = pgTable(
  "mails",
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    recipient: text().notNull(),
    recipientName: text("recipient_name").notNull().default(""),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    icalMethod: text("ical_method").$type<"REQUEST" | "CANCEL">(),
    ical: text(),
    /** Invites beside the first, where one mail tells of several sessions. */
    moreIcals: jsonb("more_icals").$type<{ method: "REQUEST" | "CANCEL"; ics: string }[]>(),
    /** Where its reader can stop mail of this sort with one click (RFC 8058); null for login and invites. */
    unsubscribeUrl: text("unsubscribe_url"),
    status: text().$type<MailStatus>().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    /** Not before; also the end of the lease while `sending`. */
    dueAt: instant("due_at").notNull(),
    sentAt: instant("sent_at"),
    /** Came back: the receiving server refused it for good, or told us later. */
    bouncedAt: instant("bounced_at"),
  },
  (t) => [
    index("mails_due").on(t.dueAt).where(sql`${t.status} in ('queued', 'sending')`),
    index("mails_created").on(t.createdAt),
    index("mails_recipient").on(t.recipient, t.sentAt),
  ],
);

/** A secret in a mailed link that stands for a login, for one purpose; stored as a hash. */
export const mailedLinks = pgTable(
  "mailed_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    /** What it opens, e.g. `offer`. */
    purpose: text().notNull(),
    /** The id of what it is about. */
    subject: uuid().notNull(),
    /** Who it was mailed to. */
    personId: uuid("person_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("mailed_links_subject").on(t.subject)],
);

/** Fixed windows: `key` names who and what, a row is one window. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  windowEndsAt: instant("window_ends_at").notNull(),
  count: integer().notNull(),
});

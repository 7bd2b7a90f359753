import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { festivals } from "./festivals.ts";
import { people } from "./people.ts";

/** Those whom a message is for: all, or those of a session, a time slot or a host. */
export type Audience =
  | { kind: "festival" }
  | { kind: "session"; sessionId: string }
  | { kind: "slot"; startsAt: string }
  | { kind: "host"; organisationId: string };

export const messageStatuses = ["draft", "outbox", "sending", "sent", "withdrawn"] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** Something organisers write to attendees. In the outbox it waits for `sendAt`, and can be changed or withdrawn. */
export const messages = pgTable(
  "messages",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    audience: jsonb().$type<Audience>().notNull(),
    /** Also those who wait. */
    waiting: text().$type<"no" | "yes">().notNull().default("no"),
    subject: text().notNull(),
    body: text().notNull(),
    status: text().$type<MessageStatus>().notNull(),
    writtenBy: uuid("written_by").references(() => people.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    sendAt: instant("send_at"),
    sentAt: instant("sent_at"),
  },
  (t) => [index("messages_festival").on(t.festivalId, t.createdAt)],
);

/** Each person once; the mail is the one they got. */
export const messageRecipients = pgTable(
  "message_recipients",
  {
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Null where nothing was sent: they want no mail of this sort. */
    mailId: uuid("mail_id"),
    queuedAt: instant("queued_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.personId] })],
);

import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { people } from "./people.ts";
import { sessions } from "./sessions.ts";

/** What a mail about a session says of it. */
export interface ToldFacts {
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  allDay: boolean;
  place: string;
  speakers: string[];
  tentative: boolean;
  /**
   * What the person has to do with it; `passed-over` waits still, after a free seat met something else of theirs, and
   * `offered` has a seat for as long as they may answer.
   */
  part: "gives" | "attends" | "offered" | "waits" | "passed-over" | "none";
}

/** What a person was last told of a session by mail. One UID for ever; SEQUENCE only rises. */
export const invites = pgTable(
  "invites",
  {
    id: uuid().primaryKey(),
    uid: text().notNull().unique(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    recipient: text().notNull(),
    /** The ORGANIZER never changes once the invite has been sent. */
    organizer: text().notNull(),
    sequence: integer().notNull().default(0),
    /** `WAITING`: a plain mail about their place in the queue. */
    lastMethod: text("last_method").$type<"REQUEST" | "CANCEL" | "WAITING">().notNull(),
    told: jsonb().$type<ToldFacts>().notNull(),
    partstat: text().notNull().default("ACCEPTED"),
    toldAt: instant("told_at").notNull(),
  },
  (t) => [uniqueIndex("invites_once").on(t.sessionId, t.personId), index("invites_person").on(t.personId)],
);

/** A personal feed: one secret URL, named, revocable. */
export const personalFeeds = pgTable(
  "personal_feeds",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    name: text().notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    includeWaiting: boolean("include_waiting").notNull().default(true),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("personal_feeds_person").on(t.personId)],
);

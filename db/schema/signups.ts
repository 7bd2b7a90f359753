import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { people } from "./people.ts";
import { sessions } from "./sessions.ts";

export const signupStatuses = [
  "confirmed",
  "waiting",
  "offered",
  "cancelled",
  "attended",
  "absent",
  "not-coming",
] as const;
export type SignupStatus = (typeof signupStatuses)[number];

export const signups = pgTable(
  "signups",
  {
    id: uuid().primaryKey(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    status: text().$type<SignupStatus>().notNull(),
    /** Copied from the session, so that the database can refuse a second seat in the same workshop. */
    proposalId: uuid("proposal_id"),
    /** Order of arrival in the queue, drawn from the sequence `signup_order`; a new number at every new start. */
    position: bigint({ mode: "number" }).notNull().default(sql`nextval('signup_order')`),
    /** An overlapping session this person gives up when this place in the queue becomes a seat. */
    givesUpSessionId: uuid("gives_up_session_id").references(() => sessions.id, { onDelete: "set null" }),
    /** Since when a seat could be theirs but for a clash; they were told and keep their place. */
    passedOverAt: instant("passed_over_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("signups_once").on(t.sessionId, t.personId),
    index("signups_queue").on(t.sessionId, t.position).where(sql`${t.status} = 'waiting'`),
    index("signups_person").on(t.personId),
    uniqueIndex("signups_one_seat_a_workshop")
      .on(t.personId, t.proposalId)
      .where(sql`${t.status} in ('confirmed', 'offered') and ${t.proposalId} is not null`),
  ],
);

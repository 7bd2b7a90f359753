import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, plainDate } from "../columns.ts";
import { festivals } from "./festivals.ts";
import { organisations, people } from "./people.ts";
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
    /** Their organisation when they asked: whose guarantee their seat counts for. */
    organisationId: uuid("organisation_id").references(() => organisations.id),
    status: text().$type<SignupStatus>().notNull(),
    /** Until when an offered seat is held. */
    offeredUntil: instant("offered_until"),
    /** Those who asked together: seated together or not at all. */
    partyId: uuid("party_id").references(() => parties.id, { onDelete: "set null" }),
    /** The organiser who signed them up or out, and what they said about it; the person reads both. */
    placedBy: uuid("placed_by").references(() => people.id, { onDelete: "set null" }),
    reason: text().notNull().default(""),
    /** Came without a seat and got one of those who had not. */
    walkIn: boolean("walk_in").notNull().default(false),
    arrivedAt: instant("arrived_at"),
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
    index("signups_swaps")
      .on(t.sessionId)
      .where(sql`${t.status} = 'waiting' and ${t.givesUpSessionId} is not null`),
    index("signups_seats")
      .on(t.sessionId, t.organisationId)
      .where(sql`${t.status} in ('confirmed', 'offered', 'attended')`),
    index("signups_offers").on(t.sessionId, t.offeredUntil).where(sql`${t.status} = 'offered'`),
    index("signups_party").on(t.partyId).where(sql`${t.partyId} is not null`),
    index("signups_person").on(t.personId),
    uniqueIndex("signups_one_seat_a_workshop")
      .on(t.personId, t.proposalId)
      .where(sql`${t.status} in ('confirmed', 'attended') and ${t.proposalId} is not null`),
    check("signups_offer", sql`(${t.status} = 'offered') = (${t.offeredUntil} is not null)`),
  ],
);

/** Seats of a session that are kept for the people of one host, until the festival's guarantees end. */
export const seatGuarantees = pgTable(
  "seat_guarantees",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    seats: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.organisationId] }),
    check("seat_guarantees_seats", sql`${t.seats} > 0`),
  ],
);

/** Up to four colleagues who come to a festival's workshops together. */
export const parties = pgTable("parties", {
  id: uuid().primaryKey(),
  festivalId: uuid("festival_id")
    .notNull()
    .references(() => festivals.id, { onDelete: "cascade" }),
  createdBy: uuid("created_by").references(() => people.id, { onDelete: "set null" }),
  createdAt: instant("created_at").notNull(),
});

export const partyStatuses = ["asked", "agreed", "declined", "left"] as const;
export type PartyStatus = (typeof partyStatuses)[number];

/** Whoever agreed may be signed up by the others; one party a person and festival. */
export const partyMembers = pgTable(
  "party_members",
  {
    partyId: uuid("party_id")
      .notNull()
      .references(() => parties.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** Copied from the party, so that the database can refuse a second one. */
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    status: text().$type<PartyStatus>().notNull(),
    askedBy: uuid("asked_by").references(() => people.id, { onDelete: "set null" }),
    askedAt: instant("asked_at").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.partyId, t.personId] }),
    index("party_members_person").on(t.personId),
    uniqueIndex("party_members_one").on(t.festivalId, t.personId).where(sql`${t.status} = 'agreed'`),
  ],
);

/**
 * The addresses people asked to come along, as they typed them: kept whether or not somebody is there, so that the
 * list of those asked tells nobody who is.
 */
export const partyAsks = pgTable(
  "party_asks",
  {
    partyId: uuid("party_id")
      .notNull()
      .references(() => parties.id, { onDelete: "cascade" }),
    email: text().notNull(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.partyId, t.email] })],
);

export const checkInKinds = ["in", "undo", "walk-in"] as const;
export type CheckInKind = (typeof checkInKinds)[number];

/** What a device at the door wrote down, with the id it gave it: applied once, in the order in which it happened. */
export const checkIns = pgTable(
  "check_ins",
  {
    id: uuid().primaryKey(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text().$type<CheckInKind>().notNull(),
    /** Device's own name for itself; tells two phones apart. */
    device: text().notNull(),
    happenedAt: instant("happened_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    byPerson: uuid("by_person").references(() => people.id, { onDelete: "set null" }),
    /** What came of it: `done`, `already`, or why it could not be. */
    outcome: text().notNull(),
  },
  (t) => [index("check_ins_session").on(t.sessionId, t.happenedAt)],
);

/** Who was reminded of which day of a festival. */
export const dayReminders = pgTable(
  "day_reminders",
  {
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    day: plainDate().notNull(),
    remindedAt: instant("reminded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.festivalId, t.personId, t.day] })],
);

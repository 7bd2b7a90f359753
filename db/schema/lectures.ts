import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, plainDate, plainTime } from "../columns.ts";
import type { Visibility } from "./festivals.ts";
import { organisations, people } from "./people.ts";

export const series = pgTable(
  "series",
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(""),
    visibility: text().$type<Visibility>().notNull(),
    language: text().notNull(),
    /** ISO weekday, 1 is Monday. */
    weekday: integer().notNull(),
    localTime: plainTime("local_time").notNull(),
    timeZone: text("time_zone").notNull(),
    place: text().notNull(),
    durationMinutes: integer("duration_minutes").notNull().default(10),
    /** One rule a line. */
    houseRules: text("house_rules").notNull(),
    rosterMode: text("roster_mode").$type<"per-head" | "per-organisation">().notNull().default("per-head"),
    /** Breaks the last ties, the same way at every replay. */
    seed: text().notNull(),
    startsOn: plainDate("starts_on").notNull(),
    leadOrganisationId: uuid("lead_organisation_id")
      .notNull()
      .references(() => organisations.id),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [check("series_weekday", sql`${t.weekday} between 1 and 7`)],
);

export const seriesHosts = pgTable(
  "series_hosts",
  {
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [primaryKey({ columns: [t.seriesId, t.organisationId] })],
);

/** Weeks without a lecture: holidays. Both dates included. */
export const seriesPauses = pgTable("series_pauses", {
  id: uuid().primaryKey(),
  seriesId: uuid("series_id")
    .notNull()
    .references(() => series.id, { onDelete: "cascade" }),
  startsOn: plainDate("starts_on").notNull(),
  endsOn: plainDate("ends_on").notNull(),
  reason: text().notNull().default(""),
});

export const rosterMembers = pgTable(
  "roster_members",
  {
    id: uuid().primaryKey(),
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    joinedOn: plainDate("joined_on").notNull(),
    /** Null while on the roster. Who comes back keeps the row and with it the balance. */
    leftOn: plainDate("left_on"),
    /** Asked no more until somebody has talked to them. */
    pausedAt: instant("paused_at"),
    /** Lapses included; an acceptance or coming back starts anew. */
    declinesInARow: integer("declines_in_a_row").notNull().default(0),
  },
  (t) => [uniqueIndex("roster_members_person").on(t.seriesId, t.personId)],
);

/** A stretch a member cannot speak; both dates included. */
export const rosterAbsences = pgTable(
  "roster_absences",
  {
    id: uuid().primaryKey(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => rosterMembers.id, { onDelete: "cascade" }),
    startsOn: plainDate("starts_on").notNull(),
    endsOn: plainDate("ends_on").notNull(),
    note: text().notNull().default(""),
  },
  (t) => [index("roster_absences_member").on(t.memberId)],
);

export const turnStatuses = ["open", "offered", "confirmed", "held", "no-show", "cancelled"] as const;
export type TurnStatus = (typeof turnStatuses)[number];

/** One week's slot. `sessionId` is the lecture that attendees see. */
export const turns = pgTable(
  "turns",
  {
    id: uuid().primaryKey(),
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    heldOn: plainDate("held_on").notNull(),
    sessionId: uuid("session_id").notNull(),
    status: text().$type<TurnStatus>().notNull(),
    /** The member who is asked, has agreed or has spoken. */
    memberId: uuid("member_id").references(() => rosterMembers.id),
    topic: text().notNull().default(""),
    /** Why this member: the figures the choice was made on. */
    explanation: jsonb(),
    /** Who was present and what each earned, an exact fraction such as `1/12`; frozen when the turn is held. */
    present: jsonb().$type<{ memberId: string; share: string }[]>(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("turns_date").on(t.seriesId, t.heldOn), uniqueIndex("turns_session").on(t.sessionId)],
);

export const offerStatuses = ["open", "accepted", "declined", "lapsed", "withdrawn"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

export const offers = pgTable(
  "offers",
  {
    id: uuid().primaryKey(),
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => rosterMembers.id),
    status: text().$type<OfferStatus>().notNull(),
    reason: text().notNull().default(""),
    offeredAt: instant("offered_at").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("offers_turn").on(t.turnId),
    uniqueIndex("offers_one_open_a_member").on(t.memberId).where(sql`${t.status} = 'open'`),
    uniqueIndex("offers_one_open_a_turn").on(t.turnId).where(sql`${t.status} = 'open'`),
  ],
);

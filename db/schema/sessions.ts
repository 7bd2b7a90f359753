import { sql } from "drizzle-orm";
import {
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
import { instant, plainDateTime, timeRange } from "../columns.ts";
import { festivals, tracks } from "./festivals.ts";
import { series } from "./lectures.ts";
import { organisations, people } from "./people.ts";

export const venues = pgTable("venues", {
  id: uuid().primaryKey(),
  organisationId: uuid("organisation_id")
    .notNull()
    .references(() => organisations.id),
  name: text().notNull(),
  address: text().notNull().default(""),
});

export const rooms = pgTable(
  "rooms",
  {
    id: uuid().primaryKey(),
    venueId: uuid("venue_id")
      .notNull()
      .references(() => venues.id),
    name: text().notNull(),
    capacity: integer(),
    accessibility: text().notNull().default(""),
    equipment: text().notNull().default(""),
    position: integer().notNull().default(0),
  },
  (t) => [index("rooms_venue").on(t.venueId), check("rooms_capacity", sql`${t.capacity} > 0`)],
);

export const sessionKinds = ["workshop", "talk", "plenary", "break", "lecture"] as const;
export type SessionKind = (typeof sessionKinds)[number];
/** For whom it is: everybody, people new to the subject, or people who know it. */
export const sessionLevels = ["all", "beginner", "advanced"] as const;
export type SessionLevel = (typeof sessionLevels)[number];
/** RFC 5545 spelling. */
export const sessionStatuses = ["tentative", "confirmed", "cancelled"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** Anything with a time and a place, as attendees know it. Written by a release, a roster or an act at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    /** Positive and stable: the `id` of conference apps. */
    number: integer().notNull().generatedAlwaysAsIdentity().unique(),
    festivalId: uuid("festival_id").references(() => festivals.id),
    seriesId: uuid("series_id").references(() => series.id),
    /** The host whose session it is. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    kind: text().$type<SessionKind>().notNull(),
    title: text().notNull(),
    abstract: text().notNull().default(""),
    language: text().notNull(),
    trackId: uuid("track_id").references(() => tracks.id, { onDelete: "set null" }),
    roomId: uuid("room_id").references(() => rooms.id),
    /** Where it is when it is in no room of ours. */
    place: text().notNull().default(""),
    startsLocal: plainDateTime("starts_local").notNull(),
    timeZone: text("time_zone").notNull(),
    durationMinutes: integer("duration_minutes").notNull(),
    /** All day on the dates from `startsLocal`; takes nobody's time and is shown as free. */
    allDay: boolean("all_day").notNull().default(false),
    /** Derived from the wall-clock time, its zone and the duration. */
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    status: text().$type<SessionStatus>().notNull(),
    /** Null: everybody fits. */
    capacity: integer(),
    /** Confirmed plus offered; kept by sign-ups alone. */
    seatsTaken: integer("seats_taken").notNull().default(0),
    /** Sessions of one proposal are the same workshop given again: one seat a person. */
    proposalId: uuid("proposal_id"),
    level: text().$type<SessionLevel>().notNull().default("all"),
    /** RFC 5545 SEQUENCE of the feeds: rises on every visible change. */
    sequence: integer().notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("sessions_festival").on(t.festivalId, t.startsAt),
    index("sessions_series").on(t.seriesId, t.startsAt),
    index("sessions_organisation").on(t.organisationId, t.startsAt),
    check("sessions_one_owner", sql`num_nonnulls(${t.festivalId}, ${t.seriesId}) = 1`),
    check(
      "sessions_seats",
      sql`${t.seatsTaken} >= 0 and (${t.capacity} is null or ${t.seatsTaken} <= ${t.capacity})`,
    ),
    check("sessions_times", sql`${t.endsAt} > ${t.startsAt}`),
  ],
);

/** Who gives a session: a person of ours, or a name from an import. */
export const sessionSpeakers = pgTable(
  "session_speakers",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    personId: uuid("person_id").references(() => people.id),
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.position] }),
    index("session_speakers_person").on(t.personId),
    uniqueIndex("session_speakers_once").on(t.sessionId, t.personId).where(sql`${t.personId} is not null`),
  ],
);

/**
 * The time a session takes from a person, given or attended. The exclusion constraint `commitments_no_clash`
 * (in a migration) refuses two overlapping rows of one person unless `clash_since` marks them.
 */
export const commitments = pgTable(
  "commitments",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    role: text().$type<"gives" | "attends">().notNull(),
    during: timeRange().notNull(),
    clashSince: instant("clash_since"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.sessionId] }), index("commitments_session").on(t.sessionId)],
);

/** What somebody marked to look at again; it takes no seat. */
export const favourites = pgTable(
  "favourites",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.sessionId] }), index("favourites_session").on(t.sessionId)],
);

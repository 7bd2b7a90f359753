import { sql } from "drizzle-orm";
import {
  boolean,
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
import { instant, plainDate, plainDateTime } from "../columns.ts";
import { organisations, people } from "./people.ts";
import { rooms, type SessionKind } from "./sessions.ts";

export const festivalStatuses = ["draft", "calling", "released", "over", "cancelled"] as const;
export type FestivalStatus = (typeof festivalStatuses)[number];
export const visibilities = ["public", "hosts"] as const;
export type Visibility = (typeof visibilities)[number];

export const festivals = pgTable("festivals", {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  theme: text().notNull().default(""),
  /** Asked first: what do you want to gain? */
  outcome: text().notNull(),
  startsOn: plainDate("starts_on").notNull(),
  endsOn: plainDate("ends_on").notNull(),
  timeZone: text("time_zone").notNull(),
  language: text().notNull(),
  visibility: text().$type<Visibility>().notNull(),
  signupMode: text("signup_mode").$type<"first-come" | "ballot">().notNull().default("first-come"),
  signupOpensAt: instant("signup_opens_at"),
  signupClosesAt: instant("signup_closes_at"),
  status: text().$type<FestivalStatus>().notNull(),
  leadOrganisationId: uuid("lead_organisation_id")
    .notNull()
    .references(() => organisations.id),
  createdBy: uuid("created_by").references(() => people.id),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const hostStatuses = ["invited", "accepted", "declined", "left"] as const;
export type HostStatus = (typeof hostStatuses)[number];

export const festivalHosts = pgTable(
  "festival_hosts",
  {
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    status: text().$type<HostStatus>().notNull(),
    message: text().notNull().default(""),
    invitedBy: uuid("invited_by").references(() => people.id),
    invitedAt: instant("invited_at").notNull(),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.festivalId, t.organisationId] }),
    index("festival_hosts_org").on(t.organisationId),
  ],
);

export const tracks = pgTable(
  "tracks",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    name: text().notNull(),
    colour: text().notNull(),
  },
  (t) => [uniqueIndex("tracks_name").on(t.festivalId, t.name)],
);

/** The rooms a festival uses, in the order of its grid. */
export const festivalRooms = pgTable(
  "festival_rooms",
  {
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    roomId: uuid("room_id")
      .notNull()
      .references(() => rooms.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.festivalId, t.roomId] })],
);

export interface DraftSpeaker {
  name: string;
  personId: string | null;
}

/** The programme being worked on. A release turns each row into the session of the same id. */
export const draftSessions = pgTable(
  "draft_sessions",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    kind: text().$type<SessionKind>().notNull(),
    title: text().notNull(),
    abstract: text().notNull().default(""),
    language: text().notNull(),
    trackId: uuid("track_id").references(() => tracks.id, { onDelete: "set null" }),
    roomId: uuid("room_id").references(() => rooms.id),
    place: text().notNull().default(""),
    /** Null while it has no time yet; such a row is left out of a release. */
    startsLocal: plainDateTime("starts_local"),
    /** The zone attendees are told it by, where that is not the festival's, in which `startsLocal` stays. */
    timeZone: text("time_zone"),
    durationMinutes: integer("duration_minutes").notNull(),
    allDay: boolean("all_day").notNull().default(false),
    capacity: integer(),
    speakers: jsonb().$type<DraftSpeaker[]>().notNull().default(sql`'[]'::jsonb`),
    proposalId: uuid("proposal_id"),
    cancelled: boolean().notNull().default(false),
    /** The id or guid this row has in the file it was imported from. */
    externalId: text("external_id"),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("draft_sessions_festival").on(t.festivalId, t.startsLocal),
    uniqueIndex("draft_sessions_external")
      .on(t.festivalId, t.externalId)
      .where(sql`${t.externalId} is not null`),
    check("draft_sessions_capacity", sql`${t.capacity} > 0`),
    check("draft_sessions_duration", sql`${t.durationMinutes} > 0`),
  ],
);

/** A published version of the programme; immutable. Its changelog is the difference with the one before. */
export const releases = pgTable(
  "releases",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    note: text().notNull().default(""),
    snapshot: jsonb().notNull(),
    releasedBy: uuid("released_by").references(() => people.id),
    releasedAt: instant("released_at").notNull(),
  },
  (t) => [uniqueIndex("releases_number").on(t.festivalId, t.number)],
);

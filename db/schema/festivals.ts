import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
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
import { rooms, type SessionKind, type SessionLevel, venues } from "./sessions.ts";

export const festivalStatuses = ["draft", "calling", "released", "over", "cancelled"] as const;
export type FestivalStatus = (typeof festivalStatuses)[number];
export const visibilities = ["public", "hosts"] as const;
export type Visibility = (typeof visibilities)[number];

/** What does not fit in a programme; docs/decisions/0013-conflicts-have-levels.md says what each means. */
export const conflictKinds = [
  "room",
  "speaker",
  "away",
  "capacity",
  "travel",
  "equipment",
  "attendees",
  "plenary",
  "outside",
] as const;
export type ConflictKind = (typeof conflictKinds)[number];
/** `block` holds a release back until the conflict is gone or its level lowered. */
export const conflictLevels = ["ignore", "warn", "block"] as const;
export type ConflictLevel = (typeof conflictLevels)[number];

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
  /** The closing of which those who wait were told; another one is told anew. */
  closingToldOf: instant("closing_told_of"),
  /** From then on seats kept for hosts are everybody's; null: when the session begins. */
  guaranteesEndAt: instant("guarantees_end_at"),
  status: text().$type<FestivalStatus>().notNull(),
  /** What everybody reads after it was cancelled or postponed. */
  announcement: text().notNull().default(""),
  /** Put off without a new date yet: sign-up waits and its sessions are tentative. */
  postponedAt: instant("postponed_at"),
  /** Out of the lists, but still at its address. */
  archivedAt: instant("archived_at"),
  /** The edition this one was copied from. */
  copiedFromId: uuid("copied_from_id").references((): AnyPgColumn => festivals.id, { onDelete: "set null" }),
  callOpensAt: instant("call_opens_at"),
  callClosesAt: instant("call_closes_at"),
  /** What the organisers say to those who propose. */
  callText: text("call_text").notNull().default(""),
  /** Those that differ from the usual ones. */
  conflictLevels: jsonb("conflict_levels")
    .$type<Partial<Record<ConflictKind, ConflictLevel>>>()
    .notNull()
    .default(sql`'{}'::jsonb`),
  /** From one building to another, where no distance was given. */
  travelMinutes: integer("travel_minutes").notNull().default(15),
  /** Rises with every change of the draft: a page that shows an older number is out of date. */
  draftRevision: integer("draft_revision").notNull().default(0),
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
    /** What they said when they declined or left. */
    reason: text().notNull().default(""),
    /** Asked to take the lead over, and not answered yet. */
    leadOfferedBy: uuid("lead_offered_by").references(() => people.id),
    leadOfferedAt: instant("lead_offered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.festivalId, t.organisationId] }),
    index("festival_hosts_org").on(t.organisationId),
    uniqueIndex("festival_hosts_lead_offer").on(t.festivalId).where(sql`${t.leadOfferedAt} is not null`),
  ],
);

/** An organisation that is not here yet, asked by mail: who follows the link founds it and answers. */
export const hostInvitations = pgTable(
  "host_invitations",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    organisationName: text("organisation_name").notNull(),
    email: text().notNull(),
    message: text().notNull().default(""),
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by").references(() => people.id),
    invitedAt: instant("invited_at").notNull(),
    answer: text().$type<"accepted" | "declined" | "withdrawn">(),
    answeredAt: instant("answered_at"),
    /** What they said when they declined. */
    reason: text().notNull().default(""),
    /** What was founded with it, or answered for. */
    organisationId: uuid("organisation_id").references(() => organisations.id),
  },
  (t) => [
    uniqueIndex("host_invitations_open").on(t.festivalId, t.email).where(sql`${t.answer} is null`),
    check("host_invitations_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

export const decisionKinds = [
  "created",
  "host-invited",
  "host-accepted",
  "host-declined",
  "host-left",
  "lead-handed-over",
  "call-opened",
  "call-closed",
  "signup-mode",
  "guarantees-end",
  "ballot-opened",
  "ballot-allocated",
  "released",
  "rolled-back",
  "postponed",
  "rescheduled",
  "cancelled",
  "reinstated",
  "archived",
  "unarchived",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What was decided for all hosts together: who, for which of them, when. Rows are only added. */
export const festivalDecisions = pgTable(
  "festival_decisions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    kind: text().$type<DecisionKind>().notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    /** Values of the sentence, such as the number of a release. */
    facts: jsonb().$type<Record<string, string | number>>().notNull().default(sql`'{}'::jsonb`),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [index("festival_decisions_festival").on(t.festivalId, t.decidedAt)],
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
    level: text().$type<SessionLevel>().notNull().default("all"),
    /** What it cannot do without, one thing a line or comma: compared with what the room has. */
    equipment: text().notNull().default(""),
    /** Left where it is when the rest is placed automatically. */
    pinned: boolean().notNull().default(false),
    /** Rises with every change; who saves an older one is shown what changed since. */
    version: integer().notNull().default(1),
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

/** One change of one draft, for undo and for whoever edits at the same time. */
export const draftEdits = pgTable(
  "draft_edits",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    draftId: uuid("draft_id").notNull(),
    /** The festival's draft revision after it; several rows of one act share it. */
    revision: integer().notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    /** The fields that changed, before and after; null where there was none. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    undone: boolean().notNull().default(false),
    /** The revision that this act takes back or does again; null of an act that stands for itself. */
    undoOf: integer("undo_of"),
    editedAt: instant("edited_at").notNull(),
  },
  (t) => [
    index("draft_edits_festival").on(t.festivalId, t.revision),
    index("draft_edits_draft").on(t.draftId),
    index("draft_edits_person").on(t.festivalId, t.personId, t.revision),
  ],
);

/** Minutes on foot between two buildings; a pair stands once, the smaller id first. */
export const venueDistances = pgTable(
  "venue_distances",
  {
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    venueId: uuid("venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    otherVenueId: uuid("other_venue_id")
      .notNull()
      .references(() => venues.id, { onDelete: "cascade" }),
    minutes: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.festivalId, t.venueId, t.otherVenueId] }),
    check("venue_distances_order", sql`${t.venueId} < ${t.otherVenueId}`),
    check("venue_distances_minutes", sql`${t.minutes} between 0 and 1440`),
  ],
);

/** A stretch of a festival in which a speaker cannot; wall-clock in the festival's zone. */
export const speakerAbsences = pgTable(
  "speaker_absences",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    startsLocal: plainDateTime("starts_local").notNull(),
    endsLocal: plainDateTime("ends_local").notNull(),
    note: text().notNull().default(""),
  },
  (t) => [
    index("speaker_absences_festival").on(t.festivalId, t.personId),
    check("speaker_absences_times", sql`${t.endsLocal} > ${t.startsLocal}`),
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

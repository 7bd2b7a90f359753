import { sql } from "drizzle-orm";
import {
  bigint,
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

/** Their own wish, an organiser's, or three refusals in a row. */
export const pausedBys = ["self", "organiser", "declines"] as const;
export type PausedBy = (typeof pausedBys)[number];

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
    /** Asked no more, until `pausedUntil` or until somebody ends it. */
    pausedAt: instant("paused_at"),
    pausedBy: text("paused_by").$type<PausedBy>(),
    /** The first day they can be asked for again; null when nobody has said. */
    pausedUntil: plainDate("paused_until"),
    /** ISO weekdays they work; a lecture on another day finds them away. */
    weekdays: integer().array().notNull().default(sql`'{1,2,3,4,5,6,7}'`),
    /** The first day they want to speak; they earn nothing before it. */
    notBefore: plainDate("not_before"),
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

/** A topic that waits for its speaker's next turn. */
export const rosterTopics = pgTable(
  "roster_topics",
  {
    id: uuid().primaryKey(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => rosterMembers.id, { onDelete: "cascade" }),
    title: text().notNull(),
    createdAt: instant("created_at").notNull(),
    /** The turn it was used for; null while it waits. */
    turnId: uuid("turn_id"),
  },
  (t) => [index("roster_topics_member").on(t.memberId)],
);

export const nominationStatuses = ["open", "accepted", "declined", "withdrawn"] as const;
export type NominationStatus = (typeof nominationStatuses)[number];

/** A colleague somebody would like to hear; they decide themselves. */
export const nominations = pgTable(
  "nominations",
  {
    id: uuid().primaryKey(),
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    nominatedBy: uuid("nominated_by")
      .notNull()
      .references(() => people.id),
    message: text().notNull().default(""),
    status: text().$type<NominationStatus>().notNull(),
    createdAt: instant("created_at").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [uniqueIndex("nominations_open").on(t.seriesId, t.personId).where(sql`${t.status} = 'open'`)],
);

export const turnStatuses = ["open", "offered", "confirmed", "held", "no-show", "cancelled"] as const;
export type TurnStatus = (typeof turnStatuses)[number];

/** Who speaks without being on the roster, or nobody in particular: the floor is open. Neither accrues to anybody. */
export type Guest =
  | { is: "guest"; name: string; organisationId: string | null; personId: string | null }
  | { is: "open-floor" };

export interface LectureLink {
  title: string;
  url: string;
}

/** One slot of the roster. `sessionId` is the lecture that attendees see, with its time and place. */
export const turns = pgTable(
  "turns",
  {
    id: uuid().primaryKey(),
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    heldOn: plainDate("held_on").notNull(),
    /** The date its rhythm gave it, which it keeps when it is moved; one added by hand has the date it was added for. */
    plannedOn: plainDate("planned_on").notNull(),
    sessionId: uuid("session_id").notNull(),
    status: text().$type<TurnStatus>().notNull(),
    /** The member who is asked, has agreed or has spoken. */
    memberId: uuid("member_id").references(() => rosterMembers.id),
    /** Instead of a member. */
    guest: jsonb().$type<Guest>(),
    topic: text().notNull().default(""),
    /** Why this member: the figures the choice was made on. */
    explanation: jsonb(),
    /** Who was present and what each earned, an exact fraction such as `1/12`; frozen when the turn is held. */
    present: jsonb().$type<{ memberId: string; share: string }[]>(),
    /** When everybody present was asked at once, two stand-ins, and the organisers; null when not, or not any more. */
    openCallAt: instant("open_call_at"),
    standInsAt: instant("stand_ins_at"),
    organisersAt: instant("organisers_at"),
    /** What its speaker leaves behind for those who want to go deeper. */
    notes: text().notNull().default(""),
    links: jsonb().$type<LectureLink[]>().notNull().default(sql`'[]'::jsonb`),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("turns_date").on(t.seriesId, t.heldOn),
    uniqueIndex("turns_planned").on(t.seriesId, t.plannedOn),
    uniqueIndex("turns_session").on(t.sessionId),
    check("turns_one_speaker", sql`${t.memberId} is null or ${t.guest} is null`),
  ],
);

export const offerStatuses = ["open", "accepted", "declined", "lapsed", "withdrawn"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** By the ledger, of two stand-ins, or none: they came forward, or an organiser or a swap put them there. */
export const offerKinds = ["ledger", "stand-in", "volunteer", "organiser", "swap"] as const;
export type OfferKind = (typeof offerKinds)[number];

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
    kind: text().$type<OfferKind>().notNull().default("ledger"),
    status: text().$type<OfferStatus>().notNull(),
    reason: text().notNull().default(""),
    offeredAt: instant("offered_at").notNull(),
    /** When it lapses; null where nobody waits. */
    deadlineAt: instant("deadline_at"),
    /** How many reminders were sent. */
    reminders: integer().notNull().default(0),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("offers_turn").on(t.turnId),
    uniqueIndex("offers_one_open_a_member").on(t.memberId).where(sql`${t.status} = 'open'`),
    uniqueIndex("offers_one_open_a_turn")
      .on(t.turnId)
      .where(sql`${t.status} = 'open' and ${t.kind} <> 'stand-in'`),
  ],
);

export const swapStatuses = ["open", "accepted", "declined", "withdrawn", "expired"] as const;
export type SwapStatus = (typeof swapStatuses)[number];

/** A speaker who would like somebody else to have their turn: a named colleague, or whoever wants. */
export const swaps = pgTable(
  "swaps",
  {
    id: uuid().primaryKey(),
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => rosterMembers.id),
    /** Null for whoever wants. */
    toMemberId: uuid("to_member_id").references(() => rosterMembers.id),
    message: text().notNull().default(""),
    status: text().$type<SwapStatus>().notNull(),
    /** Who took it, and the turn they gave in return; null when they gave none. */
    takenBy: uuid("taken_by").references(() => rosterMembers.id),
    returnTurnId: uuid("return_turn_id").references(() => turns.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("swaps_member").on(t.memberId),
    uniqueIndex("swaps_open").on(t.turnId).where(sql`${t.status} = 'open'`),
  ],
);

/** What happened to a turn, in order: its history. */
export const turnHistory = pgTable(
  "turn_history",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    /** Who did it; null for what came by itself. */
    actorId: uuid("actor_id").references(() => people.id),
    /** The member it is about. */
    memberId: uuid("member_id").references(() => rosterMembers.id),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
    at: instant().notNull(),
  },
  (t) => [index("turn_history_turn").on(t.turnId)],
);

/**
 * One mail a day to one person about one turn, by the calendar of the series: whoever mails takes the day first, in
 * app/lectures/mails/once-a-day.server.ts.
 */
export const turnMails = pgTable(
  "turn_mails",
  {
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    day: plainDate("day").notNull(),
    mailId: uuid("mail_id").notNull(),
    /** What was told, and the event it was told of, should a stronger one need the day. */
    kind: text().notNull(),
    event: jsonb().$type<{ kind: string; payload: Record<string, unknown> }>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.turnId, t.personId, t.day] })],
);

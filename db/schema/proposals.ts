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
import { instant } from "../columns.ts";
import { festivals, tracks } from "./festivals.ts";
import { organisations, people } from "./people.ts";
import type { SessionKind, SessionLevel } from "./sessions.ts";

/** A kind of session that may be proposed, with its length. */
export const formats = pgTable(
  "formats",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    name: text().notNull(),
    kind: text().$type<SessionKind>().notNull().default("workshop"),
    durationMinutes: integer("duration_minutes").notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex("formats_name").on(t.festivalId, t.name),
    check("formats_duration", sql`${t.durationMinutes} > 0`),
  ],
);

export const questionKinds = ["text", "long-text", "choice", "yes-no"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question of the organisers' own to those who propose. */
export const callQuestions = pgTable(
  "call_questions",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    kind: text().$type<QuestionKind>().notNull(),
    label: text().notNull(),
    hint: text().notNull().default(""),
    required: boolean().notNull().default(false),
    /** Of a choice. */
    options: jsonb().$type<string[]>().notNull().default(sql`'[]'::jsonb`),
    position: integer().notNull().default(0),
  },
  (t) => [index("call_questions_festival").on(t.festivalId, t.position)],
);

/** `reserve`: taken if a place comes free. `confirmed`: accepted, and its speakers said yes. */
export const proposalStatuses = [
  "draft",
  "submitted",
  "accepted",
  "reserve",
  "declined",
  "confirmed",
  "withdrawn",
] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** What a colleague offers to give. Its id is the `proposalId` of the sessions it becomes. */
export const proposals = pgTable(
  "proposals",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    /** The host whose session it would be: the proposer's own. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => people.id),
    status: text().$type<ProposalStatus>().notNull(),
    title: text().notNull().default(""),
    abstract: text().notNull().default(""),
    formatId: uuid("format_id").references(() => formats.id, { onDelete: "set null" }),
    trackId: uuid("track_id").references(() => tracks.id, { onDelete: "set null" }),
    language: text().notNull(),
    level: text().$type<SessionLevel>().notNull().default("all"),
    /** How many can take part; null: any number. */
    size: integer(),
    topics: jsonb().$type<string[]>().notNull().default(sql`'[]'::jsonb`),
    /** What the room must have, as in `draft_sessions.equipment`. */
    equipment: text().notNull().default(""),
    /** For the organisers alone. */
    notes: text().notNull().default(""),
    /** By the id of the question. */
    answers: jsonb().$type<Record<string, string>>().notNull().default(sql`'{}'::jsonb`),
    version: integer().notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    /** When the speakers were told of the decision; null while only organisers know it. */
    toldAt: instant("told_at"),
    /** The decision they were told of. */
    toldStatus: text("told_status").$type<ProposalStatus>(),
    /** When those of its speakers who had not confirmed were last reminded. */
    remindedAt: instant("reminded_at"),
    withdrawnAt: instant("withdrawn_at"),
    /** Why, in the words of who withdrew it. */
    withdrawnReason: text("withdrawn_reason").notNull().default(""),
    /** What the session in the draft was last made of: what differs from it was changed by the speakers since. */
    takenOver: jsonb("taken_over").$type<Record<string, unknown>>(),
  },
  (t) => [
    index("proposals_festival").on(t.festivalId, t.status),
    index("proposals_proposer").on(t.proposedBy),
    check("proposals_size", sql`${t.size} > 0`),
  ],
);

export const proposalSpeakerStatuses = ["invited", "agreed", "declined"] as const;
export type ProposalSpeakerStatus = (typeof proposalSpeakerStatuses)[number];

/** Who would give it: the proposer, and those they invited by mail, who agree themselves. */
export const proposalSpeakers = pgTable(
  "proposal_speakers",
  {
    id: uuid().primaryKey(),
    proposalId: uuid("proposal_id")
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    personId: uuid("person_id").references(() => people.id),
    email: text().notNull(),
    name: text().notNull().default(""),
    status: text().$type<ProposalSpeakerStatus>().notNull(),
    /** Of the link in the mail that asked them. */
    tokenHash: text("token_hash").unique(),
    invitedAt: instant("invited_at"),
    answeredAt: instant("answered_at"),
    /** Since when they stand by the accepted session; null until they said so. */
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [
    uniqueIndex("proposal_speakers_once").on(t.proposalId, t.email),
    index("proposal_speakers_person").on(t.personId),
  ],
);

/** What one reviewer thinks; a host's score is the mean of its own. */
export const reviews = pgTable(
  "reviews",
  {
    proposalId: uuid("proposal_id")
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    reviewerId: uuid("reviewer_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** The host they review for. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** 1 to 5; null where they only comment or abstain. */
    score: integer(),
    comment: text().notNull().default(""),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.reviewerId] }),
    check("reviews_score", sql`${t.score} between 1 and 5`),
  ],
);

/** The words of a decision's mail: for a festival (`proposalId` null) or for one proposal instead. */
export const decisionTexts = pgTable(
  "decision_texts",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    proposalId: uuid("proposal_id").references(() => proposals.id, { onDelete: "cascade" }),
    decision: text().$type<"accepted" | "reserve" | "declined">().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    updatedBy: uuid("updated_by").references(() => people.id, { onDelete: "set null" }),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("decision_texts_festival").on(t.festivalId, t.decision).where(sql`${t.proposalId} is null`),
    uniqueIndex("decision_texts_proposal")
      .on(t.proposalId, t.decision)
      .where(sql`${t.proposalId} is not null`),
  ],
);

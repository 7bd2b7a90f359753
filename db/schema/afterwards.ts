import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { turns } from "./lectures.ts";
import { people } from "./people.ts";

export const lectureThanks = pgTable(
  "lecture_thanks",
  {
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    message: text().notNull().default(""),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.turnId, t.personId] })],
);

/** "I learned something new": in one's own words, for oneself and for the measures. */
export const lectureLearnings = pgTable(
  "lecture_learnings",
  {
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    what: text().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.turnId, t.personId] })],
);

/** A question to go deeper, and its answer. */
export const lectureQuestions = pgTable(
  "lecture_questions",
  {
    id: uuid().primaryKey(),
    turnId: uuid("turn_id")
      .notNull()
      .references(() => turns.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    question: text().notNull(),
    createdAt: instant("created_at").notNull(),
    answer: text().notNull().default(""),
    answeredBy: uuid("answered_by").references(() => people.id),
    answeredAt: instant("answered_at"),
  },
  (t) => [index("lecture_questions_turn").on(t.turnId)],
);

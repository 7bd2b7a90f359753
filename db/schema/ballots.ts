import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { festivals } from "./festivals.ts";
import { people } from "./people.ts";
import { sessions } from "./sessions.ts";

/** `fewest-without`: the best for all together; `turns`: one after another in lottery order (random serial dictatorship). */
export const ballotModes = ["fewest-without", "turns"] as const;
export type BallotMode = (typeof ballotModes)[number];

/** How the seats of a festival are given where people hand in wishes first. */
export const ballots = pgTable("ballots", {
  festivalId: uuid("festival_id")
    .primaryKey()
    .references(() => festivals.id, { onDelete: "cascade" }),
  opensAt: instant("opens_at"),
  closesAt: instant("closes_at").notNull(),
  mode: text().$type<BallotMode>().notNull(),
  /** Decides every tie; on the page from the first day, so that nobody can choose it after the wishes. */
  seed: text().notNull(),
  /** Makes the numbers under which people stand in its allocations; never shown, so that nobody can tell whose is whose. */
  numbersKey: text("numbers_key").notNull(),
  createdAt: instant("created_at").notNull(),
  /** The allocation that was carried out; from then on seats are first come, first served. */
  allocationId: uuid("allocation_id"),
  allocatedAt: instant("allocated_at"),
});

/** What one person says of one session: a wish with its rank, or a veto. */
export const wishes = pgTable(
  "wishes",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    /** From 1 within its time slot; null for a veto. */
    rank: integer(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.sessionId] }),
    index("wishes_festival").on(t.festivalId, t.personId),
    index("wishes_session").on(t.sessionId),
    check("wishes_rank", sql`${t.rank} is null or ${t.rank} between 1 and 8`),
  ],
);

/** A time slot in which a person would rather be free than in something they did not wish for. */
export const ratherFree = pgTable(
  "rather_free",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    /** When the slot begins. */
    slot: instant().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.festivalId, t.personId, t.slot] })],
);

/** One run of the allocation, tried or carried out, with all that it takes to run it again. Never changed. */
export const allocations = pgTable(
  "allocations",
  {
    id: uuid().primaryKey(),
    festivalId: uuid("festival_id")
      .notNull()
      .references(() => festivals.id, { onDelete: "cascade" }),
    mode: text().$type<BallotMode>().notNull(),
    seed: text().notNull(),
    /** Capacities, guarantees, wishes and vetoes as they were. */
    inputs: jsonb().notNull(),
    /** SHA-256 of the inputs as they were read. */
    inputsHash: text("inputs_hash").notNull(),
    /** Who got what, and the order of the lottery. */
    result: jsonb().notNull(),
    /** Rank profile, who gets nothing, per organisation, gap. */
    report: jsonb().notNull(),
    carriedOut: boolean("carried_out").notNull().default(false),
    createdBy: uuid("created_by").references(() => people.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("allocations_festival").on(t.festivalId, t.createdAt)],
);

import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant } from "../columns.ts";

export const roles = ["member", "organiser", "admin"] as const;
export type Role = (typeof roles)[number];

export const organisations = pgTable("organisations", {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** `#rrggbb`; shown as a band or a dot, never behind text. */
  colour: text().notNull(),
  language: text().notNull(),
  timeZone: text("time_zone").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** A PNG, JPEG or WebP of at most 512 kB; kept apart so that lists never load it. */
export const organisationLogos = pgTable("organisation_logos", {
  organisationId: uuid("organisation_id")
    .primaryKey()
    .references(() => organisations.id, { onDelete: "cascade" }),
  mediaType: text("media_type").notNull(),
  content: bytes().notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** Exact, lower-case mail domains; each belongs to one organisation. */
export const organisationDomains = pgTable("organisation_domains", {
  domain: text().primaryKey(),
  organisationId: uuid("organisation_id")
    .notNull()
    .references(() => organisations.id, { onDelete: "cascade" }),
  addedAt: instant("added_at").notNull(),
});

/** The login library's user is our person: it reads and writes the columns it knows by their property names. */
export const people = pgTable(
  "people",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text(),
    language: text(),
    timeZone: text("time_zone"),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    role: text().$type<Role>().notNull().default("member"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("people_organisation").on(t.organisationId),
    check("people_email_lower", sql`${t.email} = lower(${t.email})`),
  ],
);

/** The sorts of mail a person wants no more of; no row is a yes. */
export const mailRefusals = pgTable(
  "mail_refusals",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    topic: text().notNull(),
    refusedAt: instant("refused_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topic] })],
);

/** The same for an address without an account, which is kept as an id made of it. */
export const addressRefusals = pgTable(
  "address_refusals",
  {
    addressId: uuid("address_id").notNull(),
    topic: text().notNull(),
    refusedAt: instant("refused_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.addressId, t.topic] })],
);

/** An address invited into an organisation whose domain it does not have, or into a role. */
export const personInvitations = pgTable(
  "person_invitations",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    role: text().$type<Role>().notNull(),
    invitedBy: uuid("invited_by").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    acceptedAt: instant("accepted_at"),
  },
  (t) => [
    uniqueIndex("person_invitations_open").on(t.email, t.organisationId).where(sql`${t.acceptedAt} is null`),
  ],
);

/** One-time right to found the first organisation of an empty installation. */
export const setupTokens = pgTable("setup_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  createdAt: instant("created_at").notNull(),
  usedAt: instant("used_at"),
});

/** "Session" in the login library's words; a session of ours is something with a time and a place. */
export const logins = pgTable(
  "logins",
  {
    id: uuid().primaryKey(),
    token: text().notNull().unique(),
    userId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("logins_person").on(t.userId)],
);

/** Kept because the login library asks for the table; we use no passwords and no foreign identity. */
export const loginAccounts = pgTable("login_accounts", {
  id: uuid().primaryKey(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  userId: uuid("person_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" }),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: timestamp("access_token_expires_at", { withTimezone: true }),
  refreshTokenExpiresAt: timestamp("refresh_token_expires_at", { withTimezone: true }),
  scope: text(),
  password: text(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

/** Codes on their way, hashed with a key; and the login library's reservations, whose ids are its own. */
export const loginVerifications = pgTable(
  "login_verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("login_verifications_identifier").on(t.identifier)],
);

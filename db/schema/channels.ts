import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { series, turns } from "./lectures.ts";
import { people } from "./people.ts";

export const chatKinds = ["slack", "teams", "mattermost", "google-chat"] as const;
export type ChatKind = (typeof chatKinds)[number];

/** A chat channel that hears of each week's lecture. The address is a secret: whoever has it can post there. */
export const seriesChannels = pgTable(
  "series_channels",
  {
    id: uuid().primaryKey(),
    seriesId: uuid("series_id")
      .notNull()
      .references(() => series.id, { onDelete: "cascade" }),
    kind: text().$type<ChatKind>().notNull(),
    name: text().notNull(),
    url: text().notNull(),
    language: text().notNull(),
    /** How long before a lecture it is announced. */
    hoursBefore: integer("hours_before").notNull().default(24),
    active: boolean().notNull().default(true),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("series_channels_series").on(t.seriesId)],
);

export const announcementStatuses = ["queued", "sending", "sent", "failed"] as const;
export type AnnouncementStatus = (typeof announcementStatuses)[number];

/** That it is given, or that it is not after all. */
export const announcementKinds = ["lecture", "called-off", "trial"] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/** One lecture told to one channel, once; that it was called off is another thing to tell. */
export const channelAnnouncements = pgTable(
  "channel_announcements",
  {
    id: uuid().primaryKey(),
    channelId: uuid("channel_id")
      .notNull()
      .references(() => seriesChannels.id, { onDelete: "cascade" }),
    /** Null for a trial message. */
    turnId: uuid("turn_id").references(() => turns.id, { onDelete: "cascade" }),
    about: text().$type<AnnouncementKind>().notNull().default("lecture"),
    status: text().$type<AnnouncementStatus>().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    /** Not before; also the end of the lease while `sending`. */
    dueAt: instant("due_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    uniqueIndex("channel_announcements_once").on(t.channelId, t.turnId, t.about),
    index("channel_announcements_due").on(t.dueAt).where(sql`${t.status} in ('queued', 'sending')`),
  ],
);

DROP INDEX "channel_announcements_once";--> statement-breakpoint
ALTER TABLE "channel_announcements" ADD COLUMN "about" text DEFAULT 'lecture' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_announcements_once" ON "channel_announcements" USING btree ("channel_id","turn_id","about");
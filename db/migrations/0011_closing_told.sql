DROP INDEX "signups_offers";--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "closing_told_of" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "signups_offers" ON "signups" USING btree ("session_id","offered_until") WHERE "signups"."status" = 'offered';
ALTER TABLE "festival_hosts" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "festival_hosts" ADD COLUMN "lead_offered_by" uuid;--> statement-breakpoint
ALTER TABLE "festival_hosts" ADD COLUMN "lead_offered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "host_invitations" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "festival_hosts" ADD CONSTRAINT "festival_hosts_lead_offered_by_people_id_fk" FOREIGN KEY ("lead_offered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "festival_hosts_lead_offer" ON "festival_hosts" USING btree ("festival_id") WHERE "festival_hosts"."lead_offered_at" is not null;
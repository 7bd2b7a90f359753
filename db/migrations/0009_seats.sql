CREATE TABLE "allocations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"seed" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"inputs_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"carried_out" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"festival_id" uuid PRIMARY KEY NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone NOT NULL,
	"mode" text NOT NULL,
	"seed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"allocation_id" uuid,
	"allocated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rather_free" (
	"person_id" uuid NOT NULL,
	"festival_id" uuid NOT NULL,
	"slot" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rather_free_festival_id_person_id_slot_pk" PRIMARY KEY("festival_id","person_id","slot")
);
--> statement-breakpoint
CREATE TABLE "wishes" (
	"person_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"festival_id" uuid NOT NULL,
	"rank" integer,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wishes_person_id_session_id_pk" PRIMARY KEY("person_id","session_id"),
	CONSTRAINT "wishes_rank" CHECK ("wishes"."rank" is null or "wishes"."rank" between 1 and 8)
);
--> statement-breakpoint
CREATE TABLE "message_recipients" (
	"message_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"mail_id" uuid,
	"queued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_recipients_message_id_person_id_pk" PRIMARY KEY("message_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"audience" jsonb NOT NULL,
	"waiting" text DEFAULT 'no' NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"written_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"send_at" timestamp with time zone,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"device" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"by_person" uuid,
	"outcome" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "day_reminders" (
	"festival_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"reminded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "day_reminders_festival_id_person_id_day_pk" PRIMARY KEY("festival_id","person_id","day")
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "party_members" (
	"party_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"festival_id" uuid NOT NULL,
	"status" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "party_members_party_id_person_id_pk" PRIMARY KEY("party_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "seat_guarantees" (
	"session_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"seats" integer NOT NULL,
	CONSTRAINT "seat_guarantees_session_id_organisation_id_pk" PRIMARY KEY("session_id","organisation_id"),
	CONSTRAINT "seat_guarantees_seats" CHECK ("seat_guarantees"."seats" > 0)
);
--> statement-breakpoint
DROP INDEX "signups_one_seat_a_workshop";--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "guarantees_end_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "offered_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "party_id" uuid;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "placed_by" uuid;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "walk_in" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "signups" ADD COLUMN "arrived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rather_free" ADD CONSTRAINT "rather_free_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rather_free" ADD CONSTRAINT "rather_free_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_recipients" ADD CONSTRAINT "message_recipients_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_recipients" ADD CONSTRAINT "message_recipients_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_reminders" ADD CONSTRAINT "day_reminders_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_reminders" ADD CONSTRAINT "day_reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_members" ADD CONSTRAINT "party_members_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_members" ADD CONSTRAINT "party_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_members" ADD CONSTRAINT "party_members_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_members" ADD CONSTRAINT "party_members_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_guarantees" ADD CONSTRAINT "seat_guarantees_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_guarantees" ADD CONSTRAINT "seat_guarantees_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocations_festival" ON "allocations" USING btree ("festival_id","created_at");--> statement-breakpoint
CREATE INDEX "wishes_festival" ON "wishes" USING btree ("festival_id","person_id");--> statement-breakpoint
CREATE INDEX "wishes_session" ON "wishes" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "messages_festival" ON "messages" USING btree ("festival_id","created_at");--> statement-breakpoint
CREATE INDEX "check_ins_session" ON "check_ins" USING btree ("session_id","happened_at");--> statement-breakpoint
CREATE INDEX "party_members_person" ON "party_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "party_members_one" ON "party_members" USING btree ("festival_id","person_id") WHERE "party_members"."status" = 'agreed';--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signups_swaps" ON "signups" USING btree ("session_id") WHERE "signups"."status" = 'waiting' and "signups"."gives_up_session_id" is not null;--> statement-breakpoint
CREATE INDEX "signups_seats" ON "signups" USING btree ("session_id","organisation_id") WHERE "signups"."status" in ('confirmed', 'offered', 'attended');--> statement-breakpoint
CREATE INDEX "signups_offers" ON "signups" USING btree ("session_id","offered_until") WHERE "signups"."status" = 'offered';--> statement-breakpoint
CREATE INDEX "signups_party" ON "signups" USING btree ("party_id") WHERE "signups"."party_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "signups_one_seat_a_workshop" ON "signups" USING btree ("person_id","proposal_id") WHERE "signups"."status" in ('confirmed', 'attended') and "signups"."proposal_id" is not null;--> statement-breakpoint
ALTER TABLE "signups" ADD CONSTRAINT "signups_offer" CHECK (("signups"."status" = 'offered') = ("signups"."offered_until" is not null));--> statement-breakpoint
UPDATE "signups" SET "organisation_id" = "people"."organisation_id" FROM "people" WHERE "people"."id" = "signups"."person_id";

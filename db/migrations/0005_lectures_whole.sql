CREATE TABLE "channel_announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"turn_id" uuid,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "lecture_learnings" (
	"turn_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lecture_learnings_turn_id_person_id_pk" PRIMARY KEY("turn_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "lecture_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"question" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "lecture_thanks" (
	"turn_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lecture_thanks_turn_id_person_id_pk" PRIMARY KEY("turn_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"nominated_by" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "roster_topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"turn_id" uuid
);
--> statement-breakpoint
CREATE TABLE "series_channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"language" text NOT NULL,
	"hours_before" integer DEFAULT 24 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "swaps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"turn_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"to_member_id" uuid,
	"message" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"taken_by" uuid,
	"return_turn_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "turn_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "turn_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"turn_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"member_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_refusals" (
	"person_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"refused_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_refusals_person_id_topic_pk" PRIMARY KEY("person_id","topic")
);
--> statement-breakpoint
CREATE TABLE "mailed_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "offers_one_open_a_turn";--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "kind" text DEFAULT 'ledger' NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "deadline_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "reminders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "roster_members" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "roster_members" ADD COLUMN "paused_until" date;--> statement-breakpoint
ALTER TABLE "roster_members" ADD COLUMN "weekdays" integer[] DEFAULT '{1,2,3,4,5,6,7}' NOT NULL;--> statement-breakpoint
ALTER TABLE "roster_members" ADD COLUMN "not_before" date;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "planned_on" date;--> statement-breakpoint
UPDATE "turns" SET "planned_on" = "held_on";--> statement-breakpoint
ALTER TABLE "turns" ALTER COLUMN "planned_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "guest" jsonb;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "open_call_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "stand_ins_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "organisers_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "unsubscribe_url" text;--> statement-breakpoint
ALTER TABLE "channel_announcements" ADD CONSTRAINT "channel_announcements_channel_id_series_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."series_channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_announcements" ADD CONSTRAINT "channel_announcements_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecture_learnings" ADD CONSTRAINT "lecture_learnings_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecture_learnings" ADD CONSTRAINT "lecture_learnings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecture_questions" ADD CONSTRAINT "lecture_questions_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecture_questions" ADD CONSTRAINT "lecture_questions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecture_questions" ADD CONSTRAINT "lecture_questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecture_thanks" ADD CONSTRAINT "lecture_thanks_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecture_thanks" ADD CONSTRAINT "lecture_thanks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_nominated_by_people_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_topics" ADD CONSTRAINT "roster_topics_member_id_roster_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."roster_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_channels" ADD CONSTRAINT "series_channels_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_channels" ADD CONSTRAINT "series_channels_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_member_id_roster_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."roster_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_to_member_id_roster_members_id_fk" FOREIGN KEY ("to_member_id") REFERENCES "public"."roster_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_taken_by_roster_members_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."roster_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_return_turn_id_turns_id_fk" FOREIGN KEY ("return_turn_id") REFERENCES "public"."turns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_history" ADD CONSTRAINT "turn_history_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_history" ADD CONSTRAINT "turn_history_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_history" ADD CONSTRAINT "turn_history_member_id_roster_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."roster_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_refusals" ADD CONSTRAINT "mail_refusals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_announcements_once" ON "channel_announcements" USING btree ("channel_id","turn_id");--> statement-breakpoint
CREATE INDEX "channel_announcements_due" ON "channel_announcements" USING btree ("due_at") WHERE "channel_announcements"."status" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "lecture_questions_turn" ON "lecture_questions" USING btree ("turn_id");--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_open" ON "nominations" USING btree ("series_id","person_id") WHERE "nominations"."status" = 'open';--> statement-breakpoint
CREATE INDEX "roster_topics_member" ON "roster_topics" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "series_channels_series" ON "series_channels" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "swaps_member" ON "swaps" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "swaps_open" ON "swaps" USING btree ("turn_id") WHERE "swaps"."status" = 'open';--> statement-breakpoint
CREATE INDEX "turn_history_turn" ON "turn_history" USING btree ("turn_id");--> statement-breakpoint
CREATE INDEX "mailed_links_subject" ON "mailed_links" USING btree ("subject");--> statement-breakpoint
CREATE UNIQUE INDEX "turns_planned" ON "turns" USING btree ("series_id","planned_on");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_open_a_turn" ON "offers" USING btree ("turn_id") WHERE "offers"."status" = 'open' and "offers"."kind" <> 'stand-in';--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_one_speaker" CHECK ("turns"."member_id" is null or "turns"."guest" is null);
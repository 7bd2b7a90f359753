CREATE TABLE "draft_edits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "draft_edits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"festival_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"person_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"undone" boolean DEFAULT false NOT NULL,
	"edited_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "festival_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "festival_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"festival_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "host_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"organisation_name" text NOT NULL,
	"email" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"organisation_id" uuid,
	CONSTRAINT "host_invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "host_invitations_email_lower" CHECK ("host_invitations"."email" = lower("host_invitations"."email"))
);
--> statement-breakpoint
CREATE TABLE "speaker_absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_local" timestamp without time zone NOT NULL,
	"ends_local" timestamp without time zone NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "speaker_absences_times" CHECK ("speaker_absences"."ends_local" > "speaker_absences"."starts_local")
);
--> statement-breakpoint
CREATE TABLE "venue_distances" (
	"festival_id" uuid NOT NULL,
	"venue_id" uuid NOT NULL,
	"other_venue_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "venue_distances_festival_id_venue_id_other_venue_id_pk" PRIMARY KEY("festival_id","venue_id","other_venue_id"),
	CONSTRAINT "venue_distances_order" CHECK ("venue_distances"."venue_id" < "venue_distances"."other_venue_id"),
	CONSTRAINT "venue_distances_minutes" CHECK ("venue_distances"."minutes" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "call_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"hint" text DEFAULT '' NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"proposal_id" uuid,
	"decision" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "formats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'workshop' NOT NULL,
	"duration_minutes" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "formats_duration" CHECK ("formats"."duration_minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "proposal_speakers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"person_id" uuid,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"token_hash" text,
	"invited_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "proposal_speakers_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"festival_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"status" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"abstract" text DEFAULT '' NOT NULL,
	"format_id" uuid,
	"track_id" uuid,
	"language" text NOT NULL,
	"level" text DEFAULT 'all' NOT NULL,
	"size" integer,
	"topics" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"equipment" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"told_status" text,
	CONSTRAINT "proposals_size" CHECK ("proposals"."size" > 0)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"proposal_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"score" integer,
	"comment" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_proposal_id_reviewer_id_pk" PRIMARY KEY("proposal_id","reviewer_id"),
	CONSTRAINT "reviews_score" CHECK ("reviews"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"person_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "favourites_person_id_session_id_pk" PRIMARY KEY("person_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "draft_sessions" ADD COLUMN "level" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "draft_sessions" ADD COLUMN "equipment" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "draft_sessions" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "draft_sessions" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "announcement" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "postponed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "call_opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "call_closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "call_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "conflict_levels" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "travel_minutes" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "festivals" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "more_icals" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "level" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "festival_decisions" ADD CONSTRAINT "festival_decisions_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "festival_decisions" ADD CONSTRAINT "festival_decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "festival_decisions" ADD CONSTRAINT "festival_decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_invitations" ADD CONSTRAINT "host_invitations_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_invitations" ADD CONSTRAINT "host_invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_invitations" ADD CONSTRAINT "host_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_absences" ADD CONSTRAINT "speaker_absences_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_absences" ADD CONSTRAINT "speaker_absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_distances" ADD CONSTRAINT "venue_distances_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_distances" ADD CONSTRAINT "venue_distances_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_distances" ADD CONSTRAINT "venue_distances_other_venue_id_venues_id_fk" FOREIGN KEY ("other_venue_id") REFERENCES "public"."venues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_questions" ADD CONSTRAINT "call_questions_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_texts" ADD CONSTRAINT "decision_texts_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_texts" ADD CONSTRAINT "decision_texts_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_texts" ADD CONSTRAINT "decision_texts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formats" ADD CONSTRAINT "formats_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_speakers" ADD CONSTRAINT "proposal_speakers_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_speakers" ADD CONSTRAINT "proposal_speakers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_festival_id_festivals_id_fk" FOREIGN KEY ("festival_id") REFERENCES "public"."festivals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_format_id_formats_id_fk" FOREIGN KEY ("format_id") REFERENCES "public"."formats"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_edits_festival" ON "draft_edits" USING btree ("festival_id","revision");--> statement-breakpoint
CREATE INDEX "draft_edits_draft" ON "draft_edits" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "festival_decisions_festival" ON "festival_decisions" USING btree ("festival_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "host_invitations_open" ON "host_invitations" USING btree ("festival_id","email") WHERE "host_invitations"."answer" is null;--> statement-breakpoint
CREATE INDEX "speaker_absences_festival" ON "speaker_absences" USING btree ("festival_id","person_id");--> statement-breakpoint
CREATE INDEX "call_questions_festival" ON "call_questions" USING btree ("festival_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_texts_festival" ON "decision_texts" USING btree ("festival_id","decision") WHERE "decision_texts"."proposal_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_texts_proposal" ON "decision_texts" USING btree ("proposal_id","decision") WHERE "decision_texts"."proposal_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "formats_name" ON "formats" USING btree ("festival_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_speakers_once" ON "proposal_speakers" USING btree ("proposal_id","email");--> statement-breakpoint
CREATE INDEX "proposal_speakers_person" ON "proposal_speakers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "proposals_festival" ON "proposals" USING btree ("festival_id","status");--> statement-breakpoint
CREATE INDEX "proposals_proposer" ON "proposals" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "favourites_session" ON "favourites" USING btree ("session_id");--> statement-breakpoint
ALTER TABLE "festivals" ADD CONSTRAINT "festivals_copied_from_id_festivals_id_fk" FOREIGN KEY ("copied_from_id") REFERENCES "public"."festivals"("id") ON DELETE set null ON UPDATE no action;
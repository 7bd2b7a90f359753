CREATE TABLE "turn_mails" (
	"turn_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"mail_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "turn_mails_turn_id_person_id_day_pk" PRIMARY KEY("turn_id","person_id","day")
);
--> statement-breakpoint
ALTER TABLE "turn_mails" ADD CONSTRAINT "turn_mails_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_mails" ADD CONSTRAINT "turn_mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
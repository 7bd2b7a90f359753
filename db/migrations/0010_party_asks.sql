CREATE TABLE "party_asks" (
	"party_id" uuid NOT NULL,
	"email" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "party_asks_party_id_email_pk" PRIMARY KEY("party_id","email")
);
--> statement-breakpoint
ALTER TABLE "party_asks" ADD CONSTRAINT "party_asks_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_asks" ADD CONSTRAINT "party_asks_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
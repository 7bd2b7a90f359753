ALTER TABLE "draft_edits" ADD COLUMN "undo_of" integer;--> statement-breakpoint
CREATE INDEX "draft_edits_person" ON "draft_edits" USING btree ("festival_id","person_id","revision");
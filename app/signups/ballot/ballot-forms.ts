import { z } from "zod";
import { ballotModes } from "#db/schema/ballots.ts";

const isoDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: "errors.field.invalid" });

/** Wall-clock times in the festival's zone. */
const ballot = z
  .object({
    intent: z.literal("ballot"),
    opens: isoDateTime.optional(),
    closes: isoDateTime,
    mode: z.enum(ballotModes),
  })
  .refine(({ opens, closes }) => !opens || opens < closes, {
    path: ["closes"],
    error: "ballot.errors.closesBeforeOpens",
  });

export const ballotForms = z.discriminatedUnion("intent", [
  ballot,
  z.object({ intent: z.literal("simulate") }),
]);

export type BallotInput = z.input<typeof ballot>;

export const carryOutForm = z.object({ trial: z.uuid() });

import { z } from "zod";
import { isoDate } from "../festival-form.ts";

const reason = z.string().trim().min(3).max(1000);

/** What may be decided about an edition; each form says in `form` which it is. */
export const editionForms = z.discriminatedUnion("form", [
  z.object({ form: z.literal("reschedule"), startsOn: isoDate, reason }),
  z.object({ form: z.literal("postpone"), reason }),
  z.object({
    form: z.literal("cancel"),
    reason,
    sure: z.literal(true, { error: "editions.cancel.sureNeeded" }),
  }),
  z.object({ form: z.literal("reinstate"), reason: z.string().trim().max(1000).default("") }),
  z.object({ form: z.literal("archive") }),
  z.object({ form: z.literal("unarchive") }),
]);

export type EditionWish = z.output<typeof editionForms>;

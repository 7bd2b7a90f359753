import { z } from "zod";

/** What the buttons of an offer send; `givesUp` is a seat in the way. */
export const answerForm = z.object({
  intent: z.enum(["accept", "decline"]),
  givesUp: z.uuid().optional(),
});

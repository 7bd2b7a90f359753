import { z } from "zod";

const form = z.string().max(80);

/** Everything that can be sent from the tracks' page. */
export const trackForms = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    form,
    id: z.uuid().optional(),
    name: z.string().trim().min(1).max(60),
    colour: z
      .string()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, { error: "errors.field.invalid" }),
  }),
  z.object({ intent: z.literal("remove"), form, id: z.uuid() }),
]);

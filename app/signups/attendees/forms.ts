import { z } from "zod";

const reason = z.string("errors.field.required").trim().min(1, "errors.field.required").max(500);
const over = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const attendeeForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign-up"), session: z.uuid(), reason, over }),
  z.object({ intent: z.literal("sign-out"), session: z.uuid(), reason }),
]);

export const addressForm = z.object({
  email: z.string("errors.field.required").trim().toLowerCase().pipe(z.email().max(254)),
  session: z.uuid("errors.field.choose"),
  reason,
  over,
});

import { z } from "zod";
import { emailAddress } from "~/people/email.ts";

const address = z.string().refine((who) => !who.includes("@") || emailAddress.safeParse(who).success, {
  error: "parties.errors.email",
});

export const askForm = z.object({
  intent: z.literal("ask"),
  who: z
    .string({ error: "parties.errors.who" })
    .trim()
    .min(2, { error: "parties.errors.who" })
    .max(254)
    .pipe(address),
});
export const takeBackForm = z.object({ intent: z.literal("take-back"), email: z.string().max(254) });
export const leaveForm = z.object({ intent: z.literal("leave") });
export const answerForm = z.object({ answer: z.enum(["yes", "no"]) });
export const answerHereForm = answerForm.extend({ intent: z.literal("answer"), partyId: z.uuid() });

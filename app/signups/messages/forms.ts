import { z } from "zod";
import { oneLine } from "~/platform/text.ts";
import { type Audience, parseAudience } from "./audience.ts";

const audience = z
  .string()
  .max(200)
  .transform((key, context): Audience => {
    const found = parseAudience(key);
    if (found) return found;
    context.addIssue({ code: "custom", message: "messages.errors.to" });
    return z.NEVER;
  });

export const wordsForm = z.object({
  to: audience,
  waiting: z.literal("on").optional().transform(Boolean),
  subject: z.string("messages.errors.subject").max(150).transform(oneLine).pipe(z.string().min(1)),
  body: z
    .string("messages.errors.body")
    .max(10_000)
    .transform((text) => text.trim())
    .pipe(z.string().min(1)),
});

export const newForm = wordsForm.extend({ id: z.uuid() });

/** A wall-clock time in the zone of the festival. */
export const laterForm = z.object({
  at: z.string("messages.errors.at").regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "messages.errors.at"),
});

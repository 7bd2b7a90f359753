import { z } from "zod";

/** The browser sends nothing for an empty date, or an empty text. */
const optionalDate = z
  .union([z.iso.date(), z.literal("")])
  .optional()
  .transform((date) => date || null);

export const availabilityForm = z.object({
  weekdays: z
    .array(z.coerce.number().int().min(1).max(7), { error: "roster.errors.noWeekday" })
    .min(1, { error: "roster.errors.noWeekday" })
    .transform((days) => [...new Set(days)].toSorted()),
  notBefore: optionalDate,
});

export const breakForm = z.object({ until: optionalDate });

export const waitingTopicForm = z.object({ title: z.string().trim().min(3).max(160) });
export const topicIdForm = z.object({ topicId: z.uuid() });

export const nominationForm = z.object({
  who: z.string().trim().min(2, { error: "roster.errors.who" }).max(254),
  message: z.string().trim().max(500).default(""),
});
export const nominationIdForm = z.object({ nominationId: z.uuid() });
export const answerForm = z.object({ answer: z.enum(["yes", "no"]) });
export const answerNominationForm = answerForm.extend({ nominationId: z.uuid() });

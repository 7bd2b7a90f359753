import { z } from "zod";

/** `09:30, 11:00 13:15`, in any order and however they are divided. */
const clockTimes = z
  .string({ error: "timetable.placing.errors.times" })
  .trim()
  .max(500)
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ""))].sort())
  .refine((times) => times.length > 0 && times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)), {
    error: "timetable.placing.errors.times",
  });

export const placingForm = z.object({
  times: clockTimes,
  until: z.string({ error: "timetable.placing.errors.until" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
    error: "timetable.placing.errors.until",
  }),
  moveStanding: z.boolean().default(false),
  roomsMustHold: z.boolean().default(false),
  seed: z.number().int().min(1).max(1_000_000).default(1),
});

export type PlacingWish = z.output<typeof placingForm>;
export type PlacingInput = z.input<typeof placingForm>;

const position = z.object({
  id: z.uuid(),
  roomId: z.uuid(),
  startsLocal: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
});

/** A proposal as it was shown, and the draft it was made for. */
export const applyForm = z.object({
  revision: z.number().int().min(0),
  positions: z
    .string()
    .max(500_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "errors.field.invalid" });
        return z.NEVER;
      }
    })
    .pipe(z.array(position).min(1).max(2000)),
});

export type Proposed = z.output<typeof position>;

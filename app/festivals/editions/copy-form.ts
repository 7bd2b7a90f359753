import { z } from "zod";
import { isoDate } from "../festival-form.ts";
import { slugPattern } from "../slug.ts";

export const copyForm = z
  .object({
    name: z.string().trim().min(2).max(120),
    slug: z
      .string()
      .trim()
      .toLowerCase()
      .max(60)
      .regex(slugPattern, { error: "festivals.errors.slugShape" })
      .refine((slug) => slug !== "new", { error: "festivals.errors.slugTaken" }),
    startsOn: isoDate,
    endsOn: isoDate,
    /** The mails of an invitation leave only when somebody says so. */
    hosts: z.enum(["later", "ask"]).default("later"),
    message: z.string().trim().max(1000).default(""),
    sessions: z.boolean().default(false),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    error: "festivals.errors.endsBeforeStart",
  })
  .refine(({ startsOn, endsOn }) => Date.parse(endsOn) - Date.parse(startsOn) < 100 * 86_400_000, {
    path: ["endsOn"],
    error: "festivals.errors.tooLong",
  });

export type CopyWish = z.output<typeof copyForm>;
export type CopyInput = z.input<typeof copyForm>;

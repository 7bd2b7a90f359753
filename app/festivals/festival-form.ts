import { z } from "zod";
import { visibilities } from "#db/schema/festivals.ts";
import { timeZoneField } from "~/platform/time-zones.ts";
import { slugPattern } from "./slug.ts";

export const isoDate = z.iso.date();
const isoDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: "errors.field.invalid" });
/** A BCP 47 tag, kept short. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, { error: "errors.field.invalid" });

const fields = z.object({
  outcome: z.string().trim().min(3).max(2000),
  name: z.string().trim().min(2).max(120),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(60)
    .regex(slugPattern, { error: "festivals.errors.slugShape" })
    .refine((slug) => slug !== "new", { error: "festivals.errors.slugTaken" })
    .optional(),
  theme: z.string().trim().max(200).default(""),
  startsOn: isoDate,
  endsOn: isoDate,
  timeZone: timeZoneField("festivals.errors.timeZone"),
  language: languageTag,
  visibility: z.enum(visibilities),
});

type Dates = { startsOn: string; endsOn: string };
const inOrder = (dates: Dates) => dates.startsOn <= dates.endsOn;
const endsBeforeStart = { path: ["endsOn"], error: "festivals.errors.endsBeforeStart" };
const withinMonths = ({ startsOn, endsOn }: Dates) =>
  Date.parse(endsOn) - Date.parse(startsOn) < 100 * 86_400_000;
const tooLong = { path: ["endsOn"], error: "festivals.errors.tooLong" };

export const festivalForm = fields.refine(inOrder, endsBeforeStart).refine(withinMonths, tooLong);
export type FestivalFields = z.output<typeof festivalForm>;
export type FestivalInput = z.input<typeof festivalForm>;

/** Sign-up times are wall-clock times in the festival's zone. */
export const settingsForm = fields
  .extend({
    signupMode: z.enum(["first-come", "ballot"]).optional(),
    signupOpens: isoDateTime.optional(),
    signupCloses: isoDateTime.optional(),
  })
  .refine(inOrder, endsBeforeStart)
  .refine(withinMonths, tooLong)
  .refine(({ signupOpens, signupCloses }) => !signupOpens || !signupCloses || signupOpens < signupCloses, {
    path: ["signupCloses"],
    error: "festivals.errors.closesBeforeOpens",
  });
export type SettingsFields = z.output<typeof settingsForm>;
export type SettingsInput = z.input<typeof settingsForm>;

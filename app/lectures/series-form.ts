import { z } from "zod";
import { visibilities } from "#db/schema/festivals.ts";
import { locales } from "~/platform/i18n/languages.ts";
import { isTimeZone } from "~/platform/time.ts";

export const rosterModes = ["per-head", "per-organisation"] as const;

const isoTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "errors.field.invalid" });
const stretch = z
  .object({ startsOn: z.iso.date(), endsOn: z.iso.date() })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    error: "lectures.errors.endsBeforeStart",
  });

export const seriesForm = z.object({
  name: z.string().trim().min(2).max(120),
  description: z.string().trim().max(2000).default(""),
  weekday: z.coerce.number().int().min(1).max(7),
  localTime: isoTime,
  timeZone: z.string().trim().max(60).refine(isTimeZone, { error: "lectures.errors.timeZone" }),
  place: z.string().trim().min(2).max(200),
  durationMinutes: z.coerce.number().int().min(1).max(120),
  houseRules: z.string().trim().max(500).default(""),
  language: z.enum(locales),
  visibility: z.enum(visibilities),
  rosterMode: z.enum(rosterModes),
  startsOn: z.iso.date(),
  /** Ids of the other organisations whose people may join. */
  partners: z.array(z.uuid()).max(100).default([]),
});
export type SeriesFields = z.output<typeof seriesForm>;

/** The first week stays what it was. */
export const settingsForm = seriesForm.omit({ startsOn: true });
export type SettingsFields = z.output<typeof settingsForm>;

export const pauseForm = stretch.safeExtend({ reason: z.string().trim().max(120).default("") });
export type PauseFields = z.output<typeof pauseForm>;

export const absenceForm = stretch.safeExtend({ note: z.string().trim().max(120).default("") });
export type AbsenceFields = z.output<typeof absenceForm>;

export const topicForm = z.object({ topic: z.string().trim().min(3).max(160) });
export const acceptForm = z.object({ topic: z.string().trim().max(160).default("") });
export const declineForm = z.object({ reason: z.string().trim().max(500).default("") });

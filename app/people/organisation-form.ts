import { z } from "zod";
import { locales } from "~/platform/i18n/languages.ts";
import { timeZoneField } from "~/platform/time-zones.ts";

export const organisationName = z.string().trim().min(1).max(80);
export const personName = z.string().trim().min(1).max(100);
export const colour = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, { error: "people.edit.colourShape" });

export const organisationFacts = z.object({
  name: organisationName,
  colour,
  language: z.enum(locales),
  timeZone: timeZoneField("people.errors.timeZone"),
});

export type OrganisationFacts = z.output<typeof organisationFacts>;

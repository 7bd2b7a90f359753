import { z } from "zod";
import { colour, organisationName, personName } from "~/people/organisation-form.ts";

/** What can be sent from the page that the link of an invitation leads to. */
export const answerForms = z.discriminatedUnion("form", [
  z.object({ form: z.literal("found"), organisation: organisationName, colour, name: personName }),
  z.object({ form: z.literal("own") }),
  z.object({ form: z.literal("decline"), reason: z.string().trim().max(1000).default("") }),
]);

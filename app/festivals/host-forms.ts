import { z } from "zod";

/** Everything that can be sent from the hosts' page; `form` says which of its forms it was. */
export const hostForms = z.discriminatedUnion("form", [
  z.object({
    form: z.literal("ask"),
    organisationId: z.uuid({ error: "errors.field.choose" }),
    message: z.string().trim().max(2000).default(""),
  }),
  z.object({ form: z.literal("accepted") }),
  z.object({ form: z.literal("declined") }),
  z.object({ form: z.literal("leave") }),
  z.object({ form: z.literal("withdraw"), organisationId: z.uuid() }),
]);

import { z } from "zod";
import { emailAddress } from "~/people/email.ts";
import { organisationName } from "~/people/organisation-form.ts";

const message = z.string().trim().max(2000).default("");
const plain = <Name extends string>(name: Name) => z.object({ form: z.literal(name) });

/** Everything that can be sent from the hosts' page; `form` says which of its forms it was. */
export const hostForms = z.discriminatedUnion("form", [
  z.object({
    form: z.literal("ask"),
    organisationId: z.uuid({ error: "errors.field.choose" }),
    message,
  }),
  z.object({
    form: z.literal("by-mail"),
    organisationName,
    email: emailAddress,
    message,
  }),
  z.object({ form: z.literal("resend"), id: z.uuid() }),
  z.object({ form: z.literal("withdraw-mail"), id: z.uuid() }),
  z.object({ form: z.literal("withdraw"), organisationId: z.uuid() }),
  plain("accepted"),
  z.object({ form: z.literal("declined"), reason: z.string().trim().max(1000).default("") }),
  z.object({ form: z.literal("offer-lead"), organisationId: z.uuid({ error: "errors.field.choose" }) }),
  plain("withdraw-lead"),
  plain("take-lead"),
  plain("refuse-lead"),
]);
export type HostWish = z.output<typeof hostForms>;

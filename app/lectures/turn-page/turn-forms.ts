import { z } from "zod";
import { emailAddress } from "~/people/email.ts";

const isoTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "errors.field.invalid" });
const uuid = z.uuid({ error: "errors.field.choose" });

export const putForm = z.object({ memberId: uuid });

export const guestForm = z.object({
  name: z.string().trim().min(2).max(100),
  organisationId: z.uuid().nullable().default(null),
  email: emailAddress.nullable().default(null),
  topic: z.string().trim().max(160).default(""),
});

export const momentForm = z.object({
  date: z.iso.date(),
  time: isoTime,
  place: z.string().trim().min(2).max(200),
});

/** `swap` is a member, or a member and the turn they give in return. */
export const swapForForm = z.object({
  swap: z
    .string()
    .regex(/^[0-9a-f-]{36}(:[0-9a-f-]{36})?$/, { error: "errors.field.choose" })
    .transform((value) => {
      const [takerId = "", returnTurnId = null] = value.split(":");
      return { takerId, returnTurnId };
    }),
  message: z.string().trim().max(500).default(""),
});

export const slipForm = z.object({ shown: z.string().max(4000), week: z.enum(["off", "open"]) });

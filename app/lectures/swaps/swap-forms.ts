import { z } from "zod";

/** `to` is a member, or empty for whoever wants. */
export const askForm = z.object({
  to: z.uuid().nullable().default(null),
  message: z.string().trim().max(500).default(""),
});

/** `returnTurnId` is empty for who covers. */
export const takeForm = z.object({
  returnTurnId: z.uuid().nullable().default(null),
  topic: z.string().trim().max(160).default(""),
});

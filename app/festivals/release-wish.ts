import { z } from "zod";

export const releaseForm = z.object({
  note: z.string().trim().max(1000).default(""),
  /** Two sessions in one room, or of one speaker, are meant to be at the same time. */
  despiteClashes: z.boolean().default(false),
});

export type ReleaseWish = z.output<typeof releaseForm>;
export type ReleaseInput = z.input<typeof releaseForm>;

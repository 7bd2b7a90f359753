import { z } from "zod";

export const releaseForm = z.object({
  note: z.string().trim().max(1000).default(""),
  /** What is warned of was seen and is meant. */
  despiteWarnings: z.boolean().default(false),
});

export type ReleaseWish = z.output<typeof releaseForm>;
export type ReleaseInput = z.input<typeof releaseForm>;

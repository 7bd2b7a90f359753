import { z } from "zod";
import { readPick, verdicts } from "./decide.ts";
import { decisions } from "./row.ts";
import { withdrawScopes } from "./standing.ts";

const mostPicks = 1000;

/** What was chosen on a page, each with the state it had there, and what is to become of it. */
export const decideForm = z.object({
  pick: z
    .array(z.string().max(80))
    .max(mostPicks)
    .default([])
    .transform((values) => values.flatMap((value) => readPick(value) ?? [])),
  verdict: z.enum(verdicts),
  sure: z.literal("yes").optional(),
});

export const reviewScores = ["5", "4", "3", "2", "1", "none"] as const;

export const reviewForm = z
  .object({
    score: z.enum(reviewScores).default("none"),
    comment: z.string().trim().max(5000).default(""),
    onward: z.enum(["next", "stay"]).default("stay"),
  })
  .refine(({ score, comment }) => score !== "none" || comment !== "", {
    path: ["score"],
    error: "review.errors.sayMore",
  })
  .transform(({ score, ...rest }) => ({ ...rest, score: score === "none" ? null : Number(score) }));

export const takeOverForm = z.object({ take: z.enum(["yes", "no"]) });

export const letterForm = z.object({
  decision: z.enum(decisions),
  proposal: z.uuid().optional(),
  subject: z.string().trim().min(2).max(200),
  body: z.string().trim().min(2).max(5000),
});

export const usualLetterForm = z.object({ decision: z.enum(decisions), proposal: z.uuid().optional() });

export const sendForm = z.object({ fingerprint: z.string().max(64) });

export const withdrawForm = z.object({
  scope: z.enum(withdrawScopes),
  reason: z.string().trim().max(1000).default(""),
});

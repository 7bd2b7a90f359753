import { z } from "zod";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { TypedWishes, WishProblem } from "./wishes.ts";

const id = z.string().max(40);

/** What the page of wishes sends; `wishes.ts` says what of it can be kept. */
export const wishForm = z
  .object({
    version: z.string().max(40).default(""),
    rank: z.record(id, z.string().max(20).optional()).default({}),
    veto: z.array(id).max(1000).default([]),
    free: z.array(id).max(200).default([]),
  })
  .transform(({ version, rank, veto, free }): TypedWishes & { version: string } => ({
    version,
    ranks: Object.fromEntries(Object.entries(rank).flatMap(([key, text]) => (text ? [[key, text]] : []))),
    vetoes: veto,
    free,
  }));

export type WishInput = z.input<typeof wishForm>;

/** What is wrong in words, by field. */
export function problemsInWords(problems: WishProblem[], t: Translate): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  const say = t as (key: string, values: WishProblem["values"]) => string;
  for (const { field, key, values } of problems)
    words[field] = [...(words[field] ?? []), say(`ballot.problems.${key}`, values)];
  return words;
}

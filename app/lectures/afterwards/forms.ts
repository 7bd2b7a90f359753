import { z } from "zod";
import type { LectureLink } from "#db/schema/lectures.ts";
import { mostAnswer, mostLearning, mostLinks, mostMessage, mostNotes, mostQuestion } from "./afterwards.ts";
import { siteOf, webAddress } from "./links.ts";

/** Without the field it is one tap, and leaves the words of an earlier one alone. */
export const thankForm = z.object({
  words: z.literal("yes").optional(),
  message: z.string().trim().max(mostMessage).default(""),
});

const linkRow = z
  .object({ title: z.string().trim().max(120).default(""), url: z.string().trim().max(500).default("") })
  .superRefine(({ title, url }, context) => {
    if (url === "" && title === "") return;
    if (webAddress(url) === null)
      context.addIssue({ code: "custom", path: ["url"], message: "lecture.errors.address" });
  });

export const notesForm = z.object({
  notes: z.string().trim().max(mostNotes).default(""),
  links: z
    .array(linkRow)
    .max(mostLinks)
    .default([])
    .transform((rows): LectureLink[] =>
      rows.flatMap(({ title, url }) => {
        const address = webAddress(url);
        return address ? [{ title: title || siteOf(address), url: address }] : [];
      }),
    ),
});

export const questionForm = z.object({ question: z.string().trim().min(3).max(mostQuestion) });
export const answerForm = z.object({
  questionId: z.uuid(),
  answer: z.string().trim().min(1).max(mostAnswer),
});
export const questionRef = z.object({ questionId: z.uuid() });
export const learningForm = z.object({ what: z.string().trim().max(mostLearning).default("") });

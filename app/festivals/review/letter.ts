import { oneLine } from "~/platform/text.ts";

/** What a text of the organisers may name; each of them is written as a word in brackets. */
export const letterWords = ["name", "title", "festival", "link"] as const;
export type LetterWord = (typeof letterWords)[number];

/** In every language of ours: organisers write in theirs. */
const spellings: Record<string, LetterWord> = {
  name: "name",
  naam: "name",
  title: "title",
  titel: "title",
  festival: "festival",
  link: "link",
};

export interface Letter {
  subject: string;
  body: string;
}

const word = /\[([^[\]\n]{1,30})\]/g;

/** Puts in what each word stands for. What is put in is not looked at again, so a title cannot bring a word along. */
export function fillLetter({ subject, body }: Letter, values: Record<LetterWord, string>): Letter {
  const fill = (text: string) =>
    text.replace(word, (written, inside: string) => {
      const known = spellings[inside.trim().toLowerCase()];
      return known ? oneLine(values[known]) : written;
    });
  return { subject: oneLine(fill(subject)), body: fill(body).trim() };
}

/** Words in brackets that mean nothing to us, such as a slip of the pen. */
export function unknownWords({ subject, body }: Letter): string[] {
  const written = [...`${subject}\n${body}`.matchAll(word)].map(([, inside = ""]) => inside.trim());
  return [...new Set(written.filter((inside) => /\p{L}/u.test(inside) && !spellings[inside.toLowerCase()]))];
}

/** Blank lines part paragraphs; line ends within one stay. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

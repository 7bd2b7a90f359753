import { languageName } from "~/sessions/language.ts";

const offered = ["en", "nl", "de", "fr", "es"];

/** A language's own choice list, in the reader's language; one that is in use already stays a choice. */
export function languageOptions(locale: string, present?: string): { value: string; label: string }[] {
  const tags = present && !offered.includes(present) ? [present, ...offered] : offered;
  return tags.map((tag) => ({ value: tag, label: capitalised(languageName(tag, locale), locale) }));
}

const capitalised = (word: string, locale: string) =>
  word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);

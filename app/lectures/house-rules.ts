import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { locales } from "~/platform/i18n/languages.ts";

const known = ["technical", "devices", "sitting"] as const;
export type KnownRule = (typeof known)[number];

export interface HouseRule {
  /** Null for a rule the organisers made up themselves. */
  is: KnownRule | null;
  words: string;
}

/** The rules of a series, one a line; those that everybody knows are said in the reader's language. */
export function houseRules(text: string, t: Text["t"]): HouseRule[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map((words) => {
    const is = known.find((rule) => locales.some((locale) => isSame(words, locale, rule))) ?? null;
    return { is, words: is ? t(`lectures.rule.${is}`) : words };
  });
}

function isSame(words: string, locale: (typeof locales)[number], rule: KnownRule): boolean {
  return words.toLowerCase() === getText(locale).t(`lectures.rule.${rule}`).toLowerCase();
}

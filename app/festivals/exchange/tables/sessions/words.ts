import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import en from "~/locales/en/index.ts";
import nl from "~/locales/nl/index.ts";

const kindWords: [RegExp, SessionKind][] = [
  [/\b(?:break|pauze|lunch|dinner|diner|coffee|koffie|borrel|drinks)\b/, "break"],
  [/\b(?:plenary|plenair|plenaire|keynote|opening|closing|afsluiting)\b/, "plenary"],
  [/\b(?:talk|lecture|presentation|lezing|praatje|presentatie|verhaal)\b/, "talk"],
  [/\b(?:workshop|werksessie|werkvorm|hands on|training|masterclass|game|spel|session|sessie)\b/, "workshop"],
];
const levelWords: [RegExp, SessionLevel][] = [
  [/^(?:|all|everybody|everyone|any|alle|allen|iedereen)$/, "all"],
  [/\b(?:beginners?|basic|basis|starters?|new|nieuw|introduction|introductie)\b/, "beginner"],
  [/\b(?:advanced|experts?|gevorderd|gevorderden|ervaren|experienced)\b/, "advanced"],
];

/** By what our own pages call it, in both languages, else by a word that tells; null for anything else. */
export function kindFrom(text: string): SessionKind | null {
  return labelled(text, [en.festivals.kinds, nl.festivals.kinds]) ?? byWord(text, kindWords);
}

export function levelFrom(text: string): SessionLevel | null {
  return labelled(text, [en.exchange.levels, nl.exchange.levels]) ?? byWord(text, levelWords);
}

/** `nl` of nl, NL, nl-BE, Dutch, Nederlands. */
export function languageFrom(text: string): string | null {
  const tag = /^[a-z]{2}(?:-[a-z0-9]{2,8})?$/i.exec(text.trim())?.[0];
  const word = text.trim().toLowerCase();
  const known = tag ? byTag(tag) : undefined;
  return known ?? languageNames.get(word) ?? null;
}

const languageNames = new Map(
  ["en", "nl", "de", "fr", "es", "it", "pt", "pl", "tr", "ar", "uk"].flatMap((tag) =>
    ["en", "nl", tag].map((locale) => [nameOf(tag, locale).toLowerCase(), tag] as const),
  ),
);

function byTag(tag: string): string | undefined {
  const [language = "", region] = tag.split("-");
  const known = nameOf(language.toLowerCase(), "en") !== language.toLowerCase();
  return known ? [language.toLowerCase(), ...(region ? [region] : [])].join("-") : undefined;
}

function nameOf(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function labelled<Key extends string>(text: string, labels: Record<string, string>[]): Key | null {
  const word = text.trim().toLowerCase();
  for (const words of labels)
    for (const [key, label] of Object.entries(words))
      if (word === key || word === label.toLowerCase()) return key as Key;
  return null;
}

function byWord<Value>(text: string, words: [RegExp, Value][]): Value | null {
  return words.find(([pattern]) => pattern.test(text.trim().toLowerCase()))?.[1] ?? null;
}

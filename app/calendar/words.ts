import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import type { EntryWords } from "./entry.ts";

/** What stands around sessions in a calendar of this language; English where we do not speak it. */
export function wordsOf(language: string | null): EntryWords {
  const { t, format } = getText(localeOf(language));
  return {
    cancelled: t("calendar.feed.cancelled"),
    waiting: t("calendar.feed.waiting"),
    offered: t("calendar.feed.offered"),
    given: (names) => t("calendar.feed.given", { names: format.list(names) }),
  };
}

export function localeOf(...languages: (string | null | undefined)[]): Locale {
  return languages.find(isLocale) ?? "en";
}

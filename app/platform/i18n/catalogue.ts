import i18next, { type i18n, type TFunction } from "i18next";
import en from "~/locales/en/index.ts";
import nl from "~/locales/nl/index.ts";
import { createFormat, type Format } from "./format.ts";
import type { Locale } from "./languages.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
    returnNull: false;
  }
}

export type Translate = TFunction<"translation", undefined>;

export interface Text {
  t: Translate;
  format: Format;
  locale: Locale;
  timeZone: string;
}

let instance: i18n | undefined;

function catalogue(): i18n {
  if (!instance) {
    instance = i18next.createInstance();
    instance.init({
      resources: { en: { translation: en }, nl: { translation: nl } },
      lng: "en",
      fallbackLng: "en",
      initImmediate: false,
      interpolation: { escapeValue: false },
    });
  }
  return instance;
}

/** Formats take a while to make, and are asked for by every request. */
const texts = new Map<string, Text>();
const mostTexts = 100;

/** Texts and formats for a reader's language and IANA zone. */
export function getText(locale: Locale, timeZone = "UTC"): Text {
  const key = `${locale} ${timeZone}`;
  const known = texts.get(key);
  if (known) return known;
  const t = catalogue().getFixedT(locale) as Translate;
  const text = { t, format: createFormat(locale, timeZone), locale, timeZone };
  if (texts.size >= mostTexts) texts.clear();
  texts.set(key, text);
  return text;
}

/** Whether a text is the key of a catalogue entry, as validation messages may be. */
export function isKey(key: string): boolean {
  return catalogue().exists(key);
}

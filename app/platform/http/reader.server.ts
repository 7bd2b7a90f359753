import type { RequestArgs } from "../context.ts";
import { isLocale, type Locale, preferredLocale } from "../i18n/languages.ts";
import { isTimeZone } from "../time.ts";
import { readCookie } from "./cookies.ts";

export interface Reader {
  locale: Locale;
  /** IANA zone: the one chosen on the account page, else the browser's, else the installation's guess. */
  timeZone: string;
}

export const defaultTimeZone = "Europe/Amsterdam";

/** In which language and zone an anonymous request wants to read; the account's own choice goes before it. */
export function guessReader(request: { headers: Pick<Headers, "get"> }): Reader {
  const cookie = request.headers.get("cookie");
  const language = readCookie(cookie, "language");
  const zone = readCookie(cookie, "tz");
  return {
    locale: isLocale(language) ? language : preferredLocale(request.headers.get("accept-language")),
    timeZone: zone && isTimeZone(zone) ? zone : defaultTimeZone,
  };
}

/** What a person chose, where they chose, over what the request suggests. */
export function readerOf(
  { request }: Pick<RequestArgs, "request">,
  chosen?: { language: string | null; timeZone: string | null } | null,
): Reader {
  const guess = guessReader(request);
  const cookie = readCookie(request.headers.get("cookie"), "language");
  const locale = isLocale(cookie) ? cookie : isLocale(chosen?.language) ? chosen.language : guess.locale;
  return {
    locale,
    timeZone: chosen?.timeZone && isTimeZone(chosen.timeZone) ? chosen.timeZone : guess.timeZone,
  };
}

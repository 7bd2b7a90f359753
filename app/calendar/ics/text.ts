/**
 * The one sanitiser in front of ical-generator: what leaves here holds no control character and no lone
 * surrogate, so nothing a person typed can begin a new content line (RFC 5545 §3.1, §3.3.11).
 */

const controls = /(?![\n\t])[\p{Cc}\uFEFF\uFFF9-\uFFFB]/gu;
/** Embeddings, overrides and isolates would turn round what stands after them; letters keep their own direction. */
const directions = /[\u202A-\u202E\u2066-\u2069]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const lineBreaks = /\r\n|[\r\n\u0085\u2028\u2029]/g;

const longestLine = 500;
const longestText = 8000;

/** Text of several lines: DESCRIPTION. */
export function cleanText(text: string): string {
  return shorten(strip(text.replace(lineBreaks, "\n")).trim(), longestText);
}

/** Text of one line: SUMMARY, LOCATION, NAME. */
export function cleanLine(text: string): string {
  return shorten(strip(text.replace(lineBreaks, " ")).replace(/\s+/g, " ").trim(), longestLine);
}

/** A quoted parameter value (CN). No quote may stand in it; `^` begins an escape of RFC 6868. */
export function cleanParameter(text: string): string {
  return cleanLine(text).replaceAll('"', "'").replaceAll("\\", "/").replaceAll("^", "^^");
}

/** A URI value, which ical-generator would escape like text: its special characters are percent-encoded instead. */
export function cleanUrl(url: string): string {
  return new URL(url).href.replace(
    /[,;\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A bare address for `mailto:`; throws on anything else, because addresses are verified before they come here. */
export function cleanAddress(email: string): string {
  if (!/^[^\s"\\,;:<>()[\]@\p{Cc}]+@[A-Za-z0-9.-]+$/u.test(email))
    throw new Error("not a plain mail address");
  return email;
}

/** The part of a UID before and after the @. */
export function cleanUid(uid: string): string {
  return uid.replace(/[^A-Za-z0-9@.:_[\]-]/g, "");
}

function strip(text: string): string {
  return text.replace(loneSurrogates, "\uFFFD").replace(controls, "").replace(directions, "");
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

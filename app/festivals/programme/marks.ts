import { readCookie, writeCookie } from "~/platform/http/cookies.ts";

/** Marks of a reader who has not signed in and whose browser runs no script: the numbers of sessions. */
export const marksCookie = "favourites";
const mostMarks = 300;

/** `12.7.45` as numbers, each once; what is none is left out. */
export function readNumbers(text: string): number[] {
  const numbers = text
    .split(".")
    .filter((part) => /^[1-9]\d{0,8}$/.test(part))
    .map(Number);
  return [...new Set(numbers)].slice(0, mostMarks);
}

export function readMarks(cookieHeader: string | null | undefined): number[] {
  return readNumbers(readCookie(cookieHeader, marksCookie) ?? "");
}

/** The header that keeps these marks for a year; for none, that forgets them. The page's script may read them. */
export function writeMarks(numbers: number[], secure: boolean): string {
  const maxAge = numbers.length > 0 ? 365 * 24 * 3600 : 0;
  return writeCookie(marksCookie, numbers.slice(0, mostMarks).join("."), { maxAge, secure, httpOnly: false });
}

export interface Wish {
  number: number;
  marked: boolean;
}

/** What a star's button sends: the session's number to mark it, with a minus to unmark it. Saying it twice is saying it once. */
export function readWish(value: string): Wish | null {
  const [number] = readNumbers(value.replace(/^-/, ""));
  return number === undefined ? null : { number, marked: !value.startsWith("-") };
}

export function applyWish(numbers: number[], { number, marked }: Wish): number[] {
  const others = numbers.filter((one) => one !== number);
  return marked ? [number, ...others].slice(0, mostMarks) : others;
}

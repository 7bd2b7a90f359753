import { createHmac, timingSafeEqual } from "node:crypto";

/** Without the `__Secure-` that the login library puts in front where the site is on https. */
export const loginCookie = "login";

/**
 * The token in the signed login cookie of a request, or null. The format is the login library's:
 * the token, a dot and the base64 HMAC-SHA256 of the token, percent-encoded together.
 */
export function readLoginToken(cookieHeader: string | null, secret: string): string | null {
  const found = cookieHeader?.match(/(?:^|;\s*)(?:__Secure-)?login=([^;]+)/)?.[1];
  const value = found && decoded(found);
  if (!value) return null;
  const dot = value.lastIndexOf(".");
  const token = value.slice(0, Math.max(dot, 0));
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return token && given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

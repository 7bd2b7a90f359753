import { createHmac, timingSafeEqual } from "node:crypto";
import { readCookie, writeCookie } from "~/platform/http/cookies.ts";

/** Where the site is on https the login library puts `__Secure-` in front. */
export const loginCookie = "login";

/**
 * The token in the signed login cookie of a request, or null. The format is the login library's:
 * the token, a dot and the base64 HMAC-SHA256 of the token.
 */
export function readLoginToken(cookieHeader: string | null, secret: string): string | null {
  const value =
    readCookie(cookieHeader, `__Secure-${loginCookie}`) ?? readCookie(cookieHeader, loginCookie) ?? "";
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The header that makes a browser forget its login. */
export function clearedLoginCookie(publicUrl: string): string {
  const secure = publicUrl.startsWith("https:");
  return writeCookie(secure ? `__Secure-${loginCookie}` : loginCookie, "", { maxAge: 0, secure });
}

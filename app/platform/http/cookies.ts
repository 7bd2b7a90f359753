/** The value of a cookie in a Cookie header; null when it is not there or not readable. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key !== name) continue;
    try {
      return decodeURIComponent(value.join("="));
    } catch {
      return null;
    }
  }
  return null;
}

/** A Set-Cookie header for a small preference or message; never for anything secret. */
export function writeCookie(
  name: string,
  value: string,
  { maxAge, secure, httpOnly = true }: { maxAge: number; secure: boolean; httpOnly?: boolean },
): string {
  const flags = [httpOnly ? "; HttpOnly" : "", secure ? "; Secure" : ""].join("");
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; SameSite=Lax${flags}`;
}

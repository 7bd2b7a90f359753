import type { Config } from "~/platform/config.ts";

/**
 * Scripts come from us alone; hydrated pages add their nonce. Style attributes place sessions in a grid and
 * cannot run anything, so they alone may be inline.
 */
export function securityHeaders(
  { publicUrl }: Pick<Config, "publicUrl">,
  { nonce, dev, url }: { nonce: string; dev: boolean; url: string },
) {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ];
  const headers: [string, string][] = [
    ["Content-Security-Policy", policy.join("; ")],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", `camera=${cameraFor(url)}, geolocation=(), microphone=(), payment=()`],
  ];
  if (publicUrl.startsWith("https:")) headers.push(["Strict-Transport-Security", "max-age=31536000"]);
  return headers;
}

/** A phone at a door reads codes with its camera; no other page may look through one. */
const cameraFor = (url: string) =>
  /^\/festivals\/[^/]+\/organise\/door\/[^/?]+(\?|$)/.test(url) ? "(self)" : "()";

/**
 * For addresses that are secrets: no list of pages takes them up, and no page is told that somebody came from there.
 * `no-referrer` would say less still, but then browsers send forms with `Origin: null`, which the guard refuses.
 */
export const secretHeaders: readonly [string, string][] = [
  ["Referrer-Policy", "strict-origin"],
  ["X-Robots-Tag", "noindex, nofollow"],
];

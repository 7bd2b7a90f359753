/**
 * Where to go after signing in: a path of this site, or `fallback`. Anything that a browser could read as
 * another origin (`//host`, `/\host`, tabs and newlines, a scheme) is not taken.
 */
export function safePath(to: unknown, fallback = "/"): string {
  if (typeof to !== "string" || to.length > 2000 || !/^\/(?![/\\])/.test(to)) return fallback;
  const here = "http://percolate.invalid";
  try {
    const url = new URL(to, here);
    // `/..//host` has become `//host` by now.
    if (url.origin !== here || url.pathname.startsWith("//")) return fallback;
    return url.pathname + url.search + url.hash;
  } catch {
    return fallback;
  }
}

/** The login page that leads back to the page asked for; after a form, to the page the form stood on. */
export function loginPath(request: Request): string {
  const url = new URL(request.url);
  const page = request.method === "GET" ? null : refererPath(request.headers.get("referer"), url.origin);
  url.searchParams.delete("index");
  return loginPathTo(page ?? url.pathname + url.search);
}

/** The login page that leads to a path of this site. */
export function loginPathTo(to: string): string {
  return to === "/" ? "/login" : `/login?to=${encodeURIComponent(to)}`;
}

/** The page of this origin that a form stood on, as its Referer says; null when it is from elsewhere or missing. */
export function refererPath(referer: string | null | undefined, origin: string): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.origin === origin ? url.pathname + url.search : null;
}

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
  const referer = request.method === "GET" ? null : refererPath(request, url.origin);
  url.searchParams.delete("index");
  const to = referer ?? url.pathname + url.search;
  return to === "/" ? "/login" : `/login?to=${encodeURIComponent(to)}`;
}

function refererPath(request: Request, origin: string): string | null {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.origin === origin ? url.pathname + url.search : null;
}

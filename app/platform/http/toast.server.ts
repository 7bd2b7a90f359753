import { redirect } from "@remix-run/node";
import { readCookie, writeCookie } from "./cookies.ts";

export interface Toast {
  /** A key of the catalogue. */
  key: string;
  values: Record<string, string | number>;
}

const secure = (request: Request) => new URL(request.url).protocol === "https:";

/** The header that has one sentence shown on the next page. */
export function toastCookie(toast: Toast): string {
  return writeCookie("toast", JSON.stringify(toast), { maxAge: 60, secure: false });
}

/** Sends the reader on and shows one sentence on the page they land on. */
export function redirectWithToast(
  url: string,
  key: string,
  values: Toast["values"] = {},
  headers = new Headers(),
) {
  headers.append("Set-Cookie", toastCookie({ key, values }));
  return redirect(url, { status: 303, headers });
}

/** The sentence to show now, and the header that makes sure it is shown once. */
export function takeToast(request: Request): { toast: Toast | null; headers: Headers } {
  const headers = new Headers();
  const raw = readCookie(request.headers.get("cookie"), "toast");
  if (raw === null) return { toast: null, headers };
  headers.append("Set-Cookie", writeCookie("toast", "", { maxAge: 0, secure: secure(request) }));
  return { toast: parseToast(raw), headers };
}

function parseToast(raw: string): Toast | null {
  try {
    const value = JSON.parse(raw) as Partial<Toast>;
    if (typeof value.key !== "string" || typeof value.values !== "object" || value.values === null)
      return null;
    const values = Object.entries(value.values).filter(
      ([, v]) => typeof v === "string" || typeof v === "number",
    );
    return { key: value.key, values: Object.fromEntries(values) };
  } catch {
    return null;
  }
}

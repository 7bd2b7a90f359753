import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "~/platform/config.ts";

const localNames = ["localhost", "127.0.0.1", "[::1]"];
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
/** Others are nothing a page or form sends, and some of them no Request can even be made of. */
const methods = new Set([...safeMethods, "POST", "PUT", "PATCH", "DELETE"]);

/** The origins this installation answers as; a local one by each of the machine's own names. */
export function ownOrigins({ publicUrl, local }: Pick<Config, "publicUrl" | "local">): Set<string> {
  const { protocol, port, host } = new URL(publicUrl);
  const hosts = local ? localNames.map((name) => (port ? `${name}:${port}` : name)) : [host];
  return new Set(hosts.map((h) => `${protocol}//${h}`));
}

const known = new WeakMap<Set<string>, Set<string>>();

function hostsOf(origins: Set<string>): Set<string> {
  const hosts = known.get(origins) ?? new Set([...origins].map((origin) => new URL(origin).host));
  known.set(origins, hosts);
  return hosts;
}

export type GuardVerdict = { pass: true } | { pass: false; status: 400 | 403 | 405; reason: string };

/**
 * Host and Origin, before anything else looks at a request. A form from elsewhere never runs, and a request
 * that carries a login but does not say where it comes from neither.
 */
export function guard(method: string, headers: IncomingHttpHeaders, origins: Set<string>): GuardVerdict {
  const hosts = hostsOf(origins);
  // A port that is the protocol's own is left out by browsers and by URL alike.
  const host = (headers.host ?? "").toLowerCase().replace(/:(80|443)$/, "");
  if (!hosts.has(host) && !hosts.has((headers.host ?? "").toLowerCase())) {
    return { pass: false, status: 400, reason: "host" };
  }
  if (!methods.has(method)) return { pass: false, status: 405, reason: "method" };
  if (safeMethods.has(method)) return { pass: true };
  const { origin } = headers;
  if (origin !== undefined && !origins.has(origin)) return { pass: false, status: 403, reason: "origin" };
  if (origin === undefined && headers.cookie?.includes("login=")) {
    return { pass: false, status: 403, reason: "origin missing" };
  }
  if (headers["sec-fetch-site"] === "cross-site") return { pass: false, status: 403, reason: "cross-site" };
  return { pass: true };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u001f\u007f]/;

/** Whether the path is one that a database and a header can take: whole UTF-8 without control characters. */
export function isReadablePath(url: string): boolean {
  try {
    return url.startsWith("/") && !controls.test(decodeURIComponent(url.split("?", 1)[0] ?? ""));
  } catch {
    return false;
  }
}

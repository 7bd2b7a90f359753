import pino from "pino";

export type Log = pino.Logger;

export function createLog(level: string): Log {
  return pino({ level, redact: ["email", "*.email"], base: null, serializers: { err: withoutParameters } });
}

/** A failed query names its parameters, addresses and names among them; the query alone is enough to mend it. */
function withoutParameters(error: unknown) {
  if (!(error instanceof Error)) return withoutAddress(error);
  const { params: _, ...shown } = pino.stdSerializers.err(error) as pino.SerializedError & {
    params?: unknown;
  };
  const cut = (text: string) => text.replace(/\nparams: .*/g, "");
  return { ...shown, message: cut(shown.message), stack: cut(shown.stack) };
}

/** What the router throws, such as a 405, is no error and names the whole address, which may hold a secret. */
function withoutAddress(thrown: unknown) {
  return typeof thrown === "object" && thrown && "status" in thrown ? { status: thrown.status } : {};
}

const secretPath =
  /^\/(calendar|door|setup|host-invitations|nominations|not-coming|offers|speaking|swaps|together|turns|unsubscribe)\/[^/.]+/;

/** Secrets in URLs never reach a log: feed tokens, set-up links, those of mails and everything behind the question mark. */
export function safePath(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path.replace(secretPath, "/$1/…");
}

/** Whether the address itself is a secret, which lets in whoever has it. */
export function isSecretPath(url: string): boolean {
  return secretPath.test(url);
}

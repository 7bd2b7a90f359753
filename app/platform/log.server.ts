import pino from "pino";

export type Log = pino.Logger;

export function createLog(level: string): Log {
  return pino({ level, redact: ["email", "*.email"], base: null });
}

/** Secrets in URLs never reach a log: feed tokens, set-up links and everything behind the question mark. */
export function safePath(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  return path.replace(/^\/(calendar|setup)\/[^/.]+/, "/$1/…");
}

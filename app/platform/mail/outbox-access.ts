import type { Config } from "../config.ts";

/**
 * Login codes stand in it, so the outbox exists in the demo alone, where nobody but the owner of the machine
 * can look and no mail server sends. Everywhere else it is not found.
 */
export function requireOutbox({ demo, outbox }: Pick<Config, "demo" | "outbox">): void {
  if (!demo || !outbox) throw new Response("Not found", { status: 404 });
}

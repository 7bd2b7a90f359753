import type { Config } from "../config.ts";

/** Login codes stand in it, so the outbox is found only where `Config.outbox` says that it is safe. */
export function requireOutbox({ outbox }: Pick<Config, "outbox">): void {
  if (!outbox) throw new Response("Not found", { status: 404 });
}

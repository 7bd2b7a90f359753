import type { Database } from "#db/connect.ts";
import type { Config } from "~/platform/config.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";

export async function ensureSetupLink(
  _db: Database,
  _deps: { config: Config; ids: Ids; now: Instant },
): Promise<string | null> {
  return null;
}

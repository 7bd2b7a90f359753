import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";

/** Seats belong to sign-ups, which come after festivals: the route hands in their function. */
export type ChangeCapacity = (
  tx: Database,
  change: { sessionId: string; capacity: number | null },
  deps: { now: Instant },
) => Promise<
  { ok: true } | { ok: false; reason: "below-taken"; taken: number } | { ok: false; reason: "not-found" }
>;

import type { Database } from "#db/connect.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";

/** What a `signup.changed` event says of one person: `promoted` from the queue, `confirmed` at once. */
export type SignupChange = "confirmed" | "waiting" | "promoted" | "passed-over" | "gave-up" | "cancelled";

export async function recordSignup(
  tx: Database,
  signup: { sessionId: string; personId: string; change: SignupChange; now: Instant },
): Promise<void> {
  const { sessionId, personId, change, now } = signup;
  await recordEvent(tx, { kind: "signup.changed", subject: sessionId, payload: { personId, change }, now });
}

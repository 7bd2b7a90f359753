import type { Database } from "#db/connect.ts";
import { recordEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";

/**
 * What a `signup.changed` event says of one person: `confirmed` at once, `promoted` from the queue; `offered` a seat for
 * some hours, `lapsed` when they did not answer; `withdrawn` from a queue because they got a seat at that time; `placed`
 * and `removed` by an organiser.
 */
export type SignupChange =
  | "confirmed"
  | "waiting"
  | "promoted"
  | "offered"
  | "lapsed"
  | "passed-over"
  | "gave-up"
  | "withdrawn"
  | "cancelled"
  | "placed"
  | "removed";

export interface SignupNews {
  sessionId: string;
  personId: string;
  change: SignupChange;
}

export async function recordSignups(tx: Database, news: SignupNews[], now: Instant): Promise<void> {
  await recordEvents(
    tx,
    news.map(({ sessionId, personId, change }) => ({
      kind: "signup.changed",
      subject: sessionId,
      payload: { personId, change },
      now,
    })),
  );
}

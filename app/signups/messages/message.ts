import type { MessageStatus } from "#db/schema/messages.ts";
import { type Instant, type IsoInstant, isBefore, plus } from "~/platform/time.ts";

/** How long a message can be changed or stopped after somebody sent it. */
export const reviewTime = { minutes: 5 } as const;

/** Not on its way to anybody yet: its words and its audience may change. */
export const mayChange = (status: MessageStatus): boolean =>
  status === "draft" || status === "outbox" || status === "withdrawn";

/** Nobody waits for it, so it may be thrown away. */
export const mayDiscard = (status: MessageStatus): boolean => status === "draft" || status === "withdrawn";

/** When a message leaves that is sent now, or changed while it waits: never before somebody could look again. */
export function leavesAt(wanted: IsoInstant | null, now: Instant): IsoInstant {
  const soonest = plus(now, reviewTime);
  return wanted !== null && isBefore(soonest, wanted) ? wanted : soonest;
}

/** What became of one person's mail. */
export const deliveries = ["sent", "on-its-way", "failed", "bounced", "refused"] as const;
export type Delivery = (typeof deliveries)[number];

export type Deliveries = Record<Delivery, number>;

export const noDeliveries: Deliveries = { sent: 0, "on-its-way": 0, failed: 0, bounced: 0, refused: 0 };

/** Whether some of it has not reached a mail server yet. */
export const isOnItsWay = (report: {
  own: { delivery: Delivery }[];
  others: { deliveries: Deliveries }[];
}): boolean =>
  report.own.some(({ delivery }) => delivery === "on-its-way") ||
  report.others.some(({ deliveries }) => deliveries["on-its-way"] > 0);

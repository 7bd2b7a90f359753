import type { OfferStatus, TurnStatus } from "#db/schema/lectures.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";

/**
 * How a turn stands for the one who follows the link of a mail. `asked`, `late`, `again` and `open` can still be
 * answered with yes: asked by name; after the offer lapsed; after a no; asked together with everybody.
 */
export const standings = [
  "over",
  "called-off",
  "yours",
  "taken",
  "left",
  "asked",
  "late",
  "again",
  "open",
  "elsewhere",
] as const;
export type Standing = (typeof standings)[number];

export interface Linked {
  /** Null for the link of an open call. */
  offer: OfferStatus | null;
  turn: { status: TurnStatus; startsAt: IsoInstant; memberId: string | null; hasGuest: boolean };
  /** The linked person on the roster; null when they never were, or are no more. */
  memberId: string | null;
}

export function standingOf({ offer, turn, memberId }: Linked, now: Instant): Standing {
  if (!isBefore(now, turn.startsAt)) return "over";
  if (turn.status === "cancelled") return "called-off";
  if (turn.hasGuest) return "taken";
  if (turn.status === "confirmed") return turn.memberId === memberId ? "yours" : "taken";
  if (memberId === null) return "left";
  if (offer === "open") return "asked";
  if (offer === "lapsed") return "late";
  // Somebody else is being asked for it, or it is free.
  if (turn.status !== "open") return "elsewhere";
  return offer === "declined" ? "again" : "open";
}

/** Whether a yes can be said. */
export function takesYes(standing: Standing): boolean {
  return ["asked", "late", "again", "open"].includes(standing);
}

/** Whether a no can be said: to what was asked by name, or to what was promised. */
export function takesNo(standing: Standing): boolean {
  return standing === "asked" || standing === "yours";
}

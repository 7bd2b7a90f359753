import type { FestivalStatus } from "#db/schema/festivals.ts";
import { type Instant, type IsoInstant, isBefore, plus } from "~/platform/time.ts";
import { isOver } from "../festival.ts";

/** How long a link of an invitation can be answered. */
export const linkLasts = { hours: 30 * 24 } as const;
/** How soon the mail may be sent once more. */
export const mailRests = { minutes: 10 } as const;
/** How many organisations that are not here yet a festival asks in a day. */
export const mostADay = 20;

export const invitationStates = [
  "open",
  "expired",
  "accepted",
  "declined",
  "withdrawn",
  "festival-over",
] as const;
export type InvitationState = (typeof invitationStates)[number];

export interface InvitationFacts {
  answer: "accepted" | "declined" | "withdrawn" | null;
  invitedAt: IsoInstant;
  festival: { status: FestivalStatus; endsOn: string; timeZone: string };
}

/** What a link to found an organisation and host with it leads to at a moment. */
export function stateOf({ answer, invitedAt, festival }: InvitationFacts, now: Instant): InvitationState {
  if (answer) return answer;
  if (festival.status === "cancelled" || festival.status === "over" || isOver(festival, now))
    return "festival-over";
  return isBefore(now, plus(invitedAt, linkLasts)) ? "open" : "expired";
}

/** Whether the mail may be sent again: not so soon that two clicks would send two. */
export function mayResend({ invitedAt }: Pick<InvitationFacts, "invitedAt">, now: Instant): boolean {
  return !isBefore(now, plus(invitedAt, mailRests));
}

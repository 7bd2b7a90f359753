import type { EventHandler } from "~/platform/events.server.ts";
import { swapMailHandlers } from "../swaps/jobs/handlers.server.ts";
import { mailLapse, mailOffer, mailRelease, mailReminder } from "./offer-mails.server.ts";
import { mailOpenCall } from "./open-call-mail.server.ts";
import { mailOrganisers, mailPause, mailWithdrawal } from "./organiser-mails.server.ts";
import { mailSoon } from "./soon-mail.server.ts";

/** Every mail of the roster: who is told what when something happens to a turn. */
export const turnMailHandlers: Record<string, EventHandler> = {
  "turn.offered": mailOffer,
  "turn.reminded": mailReminder,
  "turn.lapsed": mailLapse,
  "turn.released": mailRelease,
  "turn.open-call": mailOpenCall,
  "turn.organisers": mailOrganisers,
  "turn.withdrew": mailWithdrawal,
  "turn.soon": mailSoon,
  "turn.answered": mailPause,
  ...swapMailHandlers,
};

/** What found its day taken: told again as it happened, to whom it was kept for, if it still holds. */
export function tellAgain(handlers: Record<string, EventHandler>): EventHandler {
  return async (tx, row, deps) => {
    const { turnId, event } = row.payload as { turnId: string; event: { kind: string; payload: object } };
    const again = { ...row, kind: event.kind, subject: turnId, payload: { ...event.payload } };
    await handlers[event.kind]?.(tx, again, deps);
  };
}

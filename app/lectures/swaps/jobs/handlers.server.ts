import type { EventHandler } from "~/platform/events.server.ts";
import { mailArranged, mailSlipped } from "./arranged-mails.server.ts";
import { mailSwapAsked, mailSwapEnded, mailSwapTaken } from "./swap-mails.server.ts";

/** Who is told when turns change hands. The subject of each event is the turn. */
export const swapMailHandlers: Record<string, EventHandler> = {
  "swap.asked": mailSwapAsked,
  "swap.taken": mailSwapTaken,
  "swap.ended": mailSwapEnded,
  "swap.arranged": mailArranged,
  "turn.slipped": mailSlipped,
};

import type { EventHandler } from "~/platform/events.server.ts";
import { tellHeirs, tellLead, tellMailDeclined } from "./answer-mails.server.ts";
import { mailFoundingLink, tellInvited } from "./invitation-mails.server.ts";
import { tellLeadAnswer, tellLeadOffer } from "./lead-mails.server.ts";

export const hostingHandlers: Record<string, EventHandler> = {
  "festival.host-invited": tellInvited,
  "festival.organisation-invited": mailFoundingLink,
  "festival.host-answered": tellLead,
  "festival.mail-declined": tellMailDeclined,
  "festival.sessions-handed-over": tellHeirs,
  "festival.lead-offered": tellLeadOffer,
  "festival.lead-answered": tellLeadAnswer,
};

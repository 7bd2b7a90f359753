import type { EventHandler } from "~/platform/events.server.ts";
import { hostingHandlers } from "./hosting/jobs.server.ts";

export const festivalHandlers: Record<string, EventHandler> = { ...hostingHandlers };

import { calendarHandlers } from "./calendar/jobs.server.ts";
import type { Platform } from "./platform/context.ts";
import type { EventHandler } from "./platform/events.server.ts";

/** Background work that comes round by itself. It must be able to run twice. */
export interface Job {
  name: string;
  /** In UTC, to the minute. */
  cron: string;
  run(platform: Platform): Promise<void>;
}

export const jobs: Job[] = [];

/** Who tells people of what happened. */
export const eventHandlers: Record<string, EventHandler> = { ...calendarHandlers };

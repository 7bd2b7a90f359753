import type { Platform } from "~/platform/context.ts";
import { remindOfDays } from "./remind.server.ts";

/** Cron in UTC. Often, because four in the afternoon comes at another minute in some zones. */
export const reminderJobs = [
  {
    name: "signups-reminders",
    cron: "*/15 * * * *",
    run: async (platform: Platform) => {
      await remindOfDays({ ...platform, codeUrl: null }, platform.now());
    },
  },
];

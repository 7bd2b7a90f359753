import type { Platform } from "~/platform/context.ts";
import { checkInCode } from "../door/code.server.ts";
import { remindOfDays } from "./remind.server.ts";

/** Cron in UTC. Often, because four in the afternoon comes at another minute in some zones. */
export const reminderJobs = [
  {
    name: "signups-reminders",
    cron: "*/15 * * * *",
    run: async (platform: Platform) => {
      const { secret, config, now } = platform;
      const where = { secret, publicUrl: config.publicUrl };
      await remindOfDays({ ...platform, codeUrl: (code) => checkInCode(code, where) }, now());
    },
  },
];

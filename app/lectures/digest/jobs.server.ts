import type { Platform } from "~/platform/context.ts";
import { sendDigests } from "./digest.server.ts";
import type { FindFestivals } from "./facts.server.ts";

/** Often, because nine o'clock comes at another moment in each zone, and a big organisation takes several runs. */
export function digestJob(findFestivals: FindFestivals) {
  return {
    name: "lectures-digest",
    cron: "*/5 * * * *",
    run: async (platform: Platform) => {
      await sendDigests(platform, platform.now(), findFestivals);
    },
  };
}

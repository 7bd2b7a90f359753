/** The callers, in a process of their own: asked for one rush at a time. */
import { type Rush, rush } from "#tests/support/rush/callers.ts";

process.on("message", async (plan: Rush) => {
  process.send?.(await rush(plan));
});
process.send?.("ready");

import type { Platform } from "~/platform/context.ts";

/** What lives as long as the process. In development modules are loaded anew at every edit; this is not. */
export interface Running {
  platform: Platform;
  dev: boolean;
  /** Whether sign-ups are answered before Remix. */
  rawSignups: boolean;
}

const key = Symbol.for("percolate.running");
const holder = globalThis as unknown as Record<symbol, Running | undefined>;

export function running(): Running {
  const state = holder[key];
  if (!state) throw new Error("The server has not been started.");
  return state;
}

export function setRunning(state: Running | undefined): void {
  holder[key] = state;
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Platform } from "./platform/context.ts";
import { health } from "./server/health.server.ts";

export type RawHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  params: Record<string, string>,
  platform: Platform,
) => Promise<void>;

export interface RawRoute {
  /** As in URLPattern, e.g. `/festivals/:festival.ics`; a parameter ends at a slash or at the text behind it. */
  path: string;
  methods: readonly string[];
  handler: RawHandler;
}

const reading = ["GET", "HEAD"] as const;

/** What is answered before Remix and why: health has to work without it, feeds are 10 times quicker. */
export const rawRoutes: RawRoute[] = [
  { path: "/healthz", methods: reading, handler: health.alive },
  { path: "/readyz", methods: reading, handler: health.ready },
];

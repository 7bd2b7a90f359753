import type { RawRoute } from "./platform/http/raw.ts";
import { health } from "./server/health.server.ts";

const reading = ["GET", "HEAD"] as const;

/** What is answered before Remix and why: health has to work without it, feeds are 10 times quicker. */
export const rawRoutes: RawRoute[] = [
  { path: "/healthz", methods: reading, handler: health.alive },
  { path: "/readyz", methods: reading, handler: health.ready },
];

import { sequentialIds } from "#db/demo/ids.ts";
import type { Ids } from "~/platform/ids.ts";
import { Temporal } from "~/platform/time.ts";

/** Ids in order, from 1, at every call. */
export function testIds(): Ids {
  return sequentialIds();
}

/** The instant of an ISO text: `at("2026-11-23T09:00:00Z")`. */
export function at(iso: string): Temporal.Instant {
  return Temporal.Instant.from(iso);
}

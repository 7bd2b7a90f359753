import type { Database } from "../connect.ts";
import type { Instant } from "~/platform/time.ts";

export async function fillDemo(_db: Database, _deps: { now: Instant; progress?: (step: string) => void }): Promise<void> {}

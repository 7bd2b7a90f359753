import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Temporal } from "~/platform/time.ts";
import { fillAlliance } from "./alliance.server.ts";
import { fillCoffee } from "./coffee.server.ts";
import { sequentialIds } from "./ids.ts";
import { fillSpring } from "./spring.server.ts";

export interface DemoOptions {
  now: Temporal.Instant;
  /** By default the same at every start, so that addresses in documents and pictures stay true. */
  ids?: Ids;
  progress?: (step: string) => void;
}

/** Fills an empty database with the demo alliance, told from `now`; one with anything in it is left as it is. */
export async function fillDemo(db: Database, { now, ids, progress }: DemoOptions): Promise<void> {
  if (!(await isEmpty(db))) return;
  progress?.("demo");
  const story = { now, ids: ids ?? sequentialIds("dec0de00") };
  await db.transaction(async (tx) => {
    const alliance = await fillAlliance(tx, story);
    await fillSpring(tx, story, alliance);
    await fillCoffee(tx, story, alliance);
  });
}

async function isEmpty(db: Database): Promise<boolean> {
  const rows = await Promise.all([
    db.select({ id: organisations.id }).from(organisations).limit(1),
    db.select({ id: people.id }).from(people).limit(1),
  ]);
  return rows.every((found) => found.length === 0);
}

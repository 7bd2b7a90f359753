import { sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Temporal } from "~/platform/time.ts";
import { fillAlliance } from "./alliance.server.ts";
import { fillAutumn } from "./autumn.server.ts";
import { fillCoffee } from "./coffee.server.ts";
import { fillDecided } from "./decided.server.ts";
import { sequentialIds } from "./ids.ts";
import { fillLastAutumn } from "./last-autumn.server.ts";
import { fillMessages } from "./messages.server.ts";
import { fillReviews } from "./reviews.server.ts";
import { fillSpring } from "./spring.server.ts";
import { fillTold, type Sender } from "./told.server.ts";

export interface DemoOptions {
  now: Temporal.Instant;
  /** By default the same at every start, so that addresses in documents and pictures stay true. */
  ids?: Ids;
  /** Who has sent the invites that the demo's people have in their calendars. */
  sender?: Sender;
  progress?: (step: string) => void;
}

/**
 * Fills an empty database with the demo alliance, told from `now`; one with anything in it is left as it is. Of
 * several servers that start at once, one fills it and the others wait.
 */
export async function fillDemo(db: Database, { now, ids, sender, progress }: DemoOptions): Promise<void> {
  const story = { now, ids: ids ?? sequentialIds("dec0de00") };
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7227)`);
    if (!(await isEmpty(tx))) return;
    progress?.("demo");
    const alliance = await fillAlliance(tx, story);
    await fillSpring(tx, story, alliance);
    const earlier = await fillLastAutumn(tx, story, alliance);
    await fillAutumn(tx, story, alliance, earlier);
    await fillCoffee(tx, story, alliance);
    await fillDecided(tx, story, alliance);
    await fillReviews(tx, story, alliance);
    await fillMessages(tx, story, alliance);
    await fillTold(tx, story, sender ?? { mailFrom: "percolate@localhost.example", uidDomain: "localhost" });
  });
}

async function isEmpty(db: Database): Promise<boolean> {
  const founded = await db.select({ id: organisations.id }).from(organisations).limit(1);
  const joined = await db.select({ id: people.id }).from(people).limit(1);
  return founded.length + joined.length === 0;
}

import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import type { BallotMode } from "#db/schema/ballots.ts";
import { ballots } from "#db/schema/index.ts";
import { mayLeadFestival } from "~/festivals/access.ts";
import { recordDecision } from "~/festivals/decisions.server.ts";
import type { Festival } from "~/festivals/festival.ts";
import { lockFestival } from "~/festivals/hosting/locks.server.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import type { Ballot } from "./ballot.ts";

export async function findBallot(db: Database, festivalId: string): Promise<Ballot | null> {
  const [row] = await db.select().from(ballots).where(eq(ballots.festivalId, festivalId));
  return row ?? null;
}

export interface BallotWish {
  opensAt: IsoInstant | null;
  closesAt: IsoInstant;
  mode: BallotMode;
}

export type BallotSaved =
  | { ok: true; isNew: boolean }
  | { ok: false; reason: "forbidden" | "first-come" | "allocated" | "in-past" };

/**
 * Makes the ballot of a festival, or changes its times and how it is allocated. The seed is drawn when it is made and
 * never again: who could draw it anew after the wishes could choose who wins.
 */
export async function saveBallot(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  { opensAt, closesAt, mode }: BallotWish,
  { now, ids }: { now: Instant; ids: Ids },
): Promise<BallotSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const festivalId = festival.id;
  return db.transaction(async (tx): Promise<BallotSaved> => {
    const { signupMode } = await lockFestival(tx, festivalId);
    const [before] = await tx.select().from(ballots).where(eq(ballots.festivalId, festivalId)).for("update");
    if (before?.allocatedAt) return { ok: false, reason: "allocated" };
    if (signupMode !== "ballot") return { ok: false, reason: "first-come" };
    if (before?.closesAt !== closesAt && !isBefore(now, closesAt)) return { ok: false, reason: "in-past" };
    if (before) {
      await tx.update(ballots).set({ opensAt, closesAt, mode }).where(eq(ballots.festivalId, festivalId));
    } else {
      const made = { seed: ids.secret(), numbersKey: ids.secret(), createdAt: now.toString() };
      await tx.insert(ballots).values({ festivalId, opensAt, closesAt, mode, ...made });
    }
    if (!before || before.closesAt !== closesAt) {
      const facts = { until: closesAt };
      await recordDecision(tx, { festivalId, kind: "ballot-opened", by: viewer, facts, now });
    }
    return { ok: true, isNew: !before };
  });
}

import { and, eq, lt } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { ballotModes } from "#db/schema/ballots.ts";
import { allocations } from "#db/schema/index.ts";
import { mayLeadFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Instant, plus } from "~/platform/time.ts";
import type { AllocateOptions, AllocationResult, BallotInputs } from "../allocation/allocation.ts";
import { reportOf } from "../allocation/report.ts";
import { findBallot } from "./ballots.server.ts";
import { canonical } from "./canonical.ts";
import { type Known, readInputs } from "./inputs.server.ts";

/** Works an allocation out, outside of this thread. */
export type Allocate = (
  inputs: BallotInputs,
  options: AllocateOptions,
) => AllocationResult | Promise<AllocationResult>;

export type Simulated =
  | { ok: true }
  | { ok: false; reason: "forbidden" | "none" | "allocated" | "no-wishes" };

/** Trials older than this are thrown away by the next one. */
const keptFor = { hours: -24 } as const;

/**
 * Works out both ways of giving the seats, from the wishes as they are now, and keeps what came of it. Nothing is given
 * and nobody is told. It runs outside of any transaction, as long as it takes.
 */
export async function simulate(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  { now, ids, allocate }: { now: Instant; ids: Ids; allocate: Allocate },
): Promise<Simulated> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const ballot = await findBallot(db, festival.id);
  if (!ballot) return { ok: false, reason: "none" };
  if (ballot.allocatedAt) return { ok: false, reason: "allocated" };
  const { inputs, hash, known } = await readInputs(db, { festival, key: ballot.numbersKey, now });
  if (inputs.people.length === 0) return { ok: false, reason: "no-wishes" };
  const same = asKept(inputs);
  const { seed } = ballot;
  const results = await Promise.all(ballotModes.map((mode) => allocate(same, { mode, seed })));
  await db.transaction(async (tx) => {
    await tx
      .delete(allocations)
      .where(
        and(
          eq(allocations.festivalId, festival.id),
          eq(allocations.carriedOut, false),
          lt(allocations.createdAt, plus(now, keptFor)),
        ),
      );
    await tx.insert(allocations).values(
      results.map((result) => ({
        id: ids.uuid(),
        festivalId: festival.id,
        mode: result.mode,
        seed,
        inputs: same,
        inputsHash: hash,
        result,
        report: reportOf(withOrganisations(same, known), result),
        createdBy: viewer.personId,
        createdAt: now.toString(),
      })),
    );
  });
  return { ok: true };
}

/** The inputs as they come back from the database, whose order of keys is its own: a replay must see the same. */
export function asKept(inputs: BallotInputs): BallotInputs {
  return JSON.parse(canonical(inputs)) as BallotInputs;
}

/** For the organisers' totals only; whose seats are kept is all that an allocation knows of organisations. */
function withOrganisations(inputs: BallotInputs, known: Map<string, Known>): BallotInputs {
  return {
    ...inputs,
    people: inputs.people.map((one) => ({ ...one, organisation: known.get(one.id)?.organisation ?? null })),
  };
}

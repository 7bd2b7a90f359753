import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import type { BallotMode } from "#db/schema/ballots.ts";
import { allocations } from "#db/schema/index.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { AllocationReport, AllocationResult, BallotInputs } from "../allocation/allocation.ts";

/** One allocation with all that it takes to work it out again. Rows are never changed, so it may be kept. */
export interface Allocation {
  id: string;
  festivalId: string;
  mode: BallotMode;
  seed: string;
  inputs: BallotInputs;
  inputsHash: string;
  result: AllocationResult;
  report: AllocationReport;
  createdAt: IsoInstant;
}

const mostKept = 4;
const kept = new Map<string, Allocation>();

/** An allocation by its id: hundreds look at the same one within minutes after the mail. */
export async function findAllocation(db: Database, id: string): Promise<Allocation | null> {
  const known = kept.get(id);
  if (known) return known;
  const [row] = await db.select().from(allocations).where(eq(allocations.id, id));
  if (!row) return null;
  const found = asAllocation(row);
  kept.set(id, found);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  return found;
}

/** What was tried and not carried out, the latest of each mode, without its inputs. */
export async function listTrials(db: Database, festivalId: string): Promise<Trial[]> {
  const rows = await db
    .selectDistinctOn([allocations.mode], {
      id: allocations.id,
      mode: allocations.mode,
      inputsHash: allocations.inputsHash,
      report: allocations.report,
      result: allocations.result,
      createdAt: allocations.createdAt,
    })
    .from(allocations)
    .where(and(eq(allocations.festivalId, festivalId), eq(allocations.carriedOut, false)))
    .orderBy(allocations.mode, desc(allocations.createdAt));
  return rows.map(({ report, result, ...row }) => {
    const { exact, gap, cutShort } = result as AllocationResult;
    return { ...row, report: report as AllocationReport, exact, gap, cutShort };
  });
}

export interface Trial extends Pick<Allocation, "id" | "mode" | "inputsHash" | "report" | "createdAt"> {
  exact: boolean;
  gap: number;
  cutShort: boolean;
}

function asAllocation(row: typeof allocations.$inferSelect): Allocation {
  return {
    ...row,
    inputs: row.inputs as BallotInputs,
    result: row.result as AllocationResult,
    report: row.report as AllocationReport,
  };
}

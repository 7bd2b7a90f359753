import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, proposals } from "#db/schema/index.ts";
import type { Festival } from "../festival.ts";
import type { Proposal } from "./proposal.ts";
import { findProposal } from "./proposals.server.ts";

/**
 * The festival as it is now, held so that its call cannot be closed or opened while something comes in; many may
 * hold it so at once. Who hosts it is as it was asked.
 */
export async function holdCall(tx: Database, festival: Festival): Promise<Festival> {
  const [row] = await tx
    .select({
      status: festivals.status,
      archivedAt: festivals.archivedAt,
      callOpensAt: festivals.callOpensAt,
      callClosesAt: festivals.callClosesAt,
    })
    .from(festivals)
    .where(eq(festivals.id, festival.id))
    .for("share");
  if (!row) throw new Error("the festival of a proposal is gone");
  return { ...festival, ...row };
}

/** The proposal, locked: whoever else changes it waits. Null where there is none. */
export async function lockProposal(tx: Database, festivalId: string, id: string): Promise<Proposal | null> {
  const [row] = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.id, id), eq(proposals.festivalId, festivalId)))
    .for("update");
  return row ? findProposal(tx, festivalId, id) : null;
}

import { and, count, desc, eq, notInArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, proposals } from "#db/schema/index.ts";

export interface CallCounts {
  /** What came in and was not taken back, the most first. */
  hosts: { name: string; colour: string; slug: string; proposals: number }[];
  total: number;
  drafts: number;
}

/** How many proposals came in from which host. What drafts say is their writers' own; that there are some is not. */
export async function countProposals(db: Database, festivalId: string): Promise<CallCounts> {
  const hosts = await db
    .select({
      name: organisations.name,
      colour: organisations.colour,
      slug: organisations.slug,
      proposals: count(),
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(and(eq(proposals.festivalId, festivalId), notInArray(proposals.status, ["draft", "withdrawn"])))
    .groupBy(organisations.id)
    .orderBy(desc(count()), organisations.name);
  const drafts = await db.$count(
    proposals,
    and(eq(proposals.festivalId, festivalId), eq(proposals.status, "draft")),
  );
  return { hosts, total: hosts.reduce((sum, host) => sum + host.proposals, 0), drafts };
}

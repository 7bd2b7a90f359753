import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, proposals } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { isProposer, type Proposer, speakerOf } from "./access.ts";
import { callWindow } from "./call.ts";
import { type Proposal, type ProposalStanding, standingOf } from "./proposal.ts";
import { listProposals } from "./proposals.server.ts";

export interface MyProposal {
  id: string;
  title: string;
  language: string;
  abstract: string;
  standing: ProposalStanding;
  /** Null where the viewer proposed it. */
  proposer: string | null;
  /** The others who give it or are asked to. */
  others: string[];
}

export interface Mine {
  proposals: MyProposal[];
  /** Where somebody asks the viewer to give it with them. */
  asked: MyProposal[];
}

/** What this person proposed or agreed to give, and what they are asked to. */
export async function findMine(
  db: Database,
  viewer: Proposer,
  festival: Festival,
  now: Instant,
): Promise<Mine> {
  const open = callWindow(festival, now) === "open";
  const involving = { personId: viewer.personId, email: viewer.email };
  const all = await listProposals(db, festival.id, { involving });
  const shown = (proposal: Proposal): MyProposal => ({
    id: proposal.id,
    title: proposal.title,
    language: proposal.language,
    abstract: proposal.abstract,
    standing: standingOf(proposal, open),
    proposer: isProposer(viewer, proposal) ? null : proposal.proposer.name,
    others: proposal.speakers
      .filter(
        (one) =>
          one.status !== "declined" &&
          one !== speakerOf(viewer, proposal) &&
          one.personId !== proposal.proposer.id,
      )
      .map((one) => one.name),
  });
  const statusOf = (proposal: Proposal) =>
    isProposer(viewer, proposal) ? "agreed" : speakerOf(viewer, proposal)?.status;
  return {
    proposals: all.filter((one) => statusOf(one) === "agreed").map(shown),
    asked: all
      .filter((one) => statusOf(one) === "invited" && one.status !== "draft" && one.status !== "withdrawn")
      .map(shown),
  };
}

export interface UnfinishedDraft {
  id: string;
  title: string;
  language: string;
  to: string;
  festival: string;
  closesAt: IsoInstant | null;
  timeZone: string;
}

/** Drafts that this person can still hand in, the latest first; empty ones are no work that waits. */
export async function listUnfinished(
  db: Database,
  { personId }: { personId: string },
  now: Instant,
): Promise<UnfinishedDraft[]> {
  const rows = await db
    .select({ proposal: proposals, festival: festivals })
    .from(proposals)
    .innerJoin(festivals, eq(festivals.id, proposals.festivalId))
    .where(and(eq(proposals.status, "draft"), eq(proposals.proposedBy, personId)))
    .orderBy(desc(proposals.updatedAt));
  return rows
    .filter(({ proposal, festival }) => callWindow(festival, now) === "open" && proposal.version > 1)
    .map(({ proposal: { id, title, language }, festival }) => ({
      ...{ id, title, language, to: `/festivals/${festival.slug}/propose/${id}` },
      ...{ festival: festival.name, closesAt: festival.callClosesAt, timeZone: festival.timeZone },
    }));
}

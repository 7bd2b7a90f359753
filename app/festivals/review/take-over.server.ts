import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { proposals } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import type { Proposal } from "../call/proposal.ts";
import { findProposal } from "../call/proposals.server.ts";
import type { Draft } from "../draft.ts";
import { beginEdit, changeDraft } from "../draft-edits.server.ts";
import type { Festival } from "../festival.ts";
import { mayDecide, type Reviewer } from "./access.ts";
import {
  changedSince,
  type FieldDifference,
  type Substance,
  substanceFields,
  substanceOf,
} from "./difference.ts";
import { draftsOfProposals, noteTakenOver } from "./proposal-drafts.server.ts";

/** What its speakers changed since its session was made; of one given twice, compared with the first. */
export async function findDifferences(db: Database, proposal: Proposal): Promise<FieldDifference[]> {
  const drafts = (await draftsOfProposals(db, [proposal.id])).get(proposal.id) ?? [];
  return drafts[0]
    ? changedSince(substanceOf(proposal), substanceOfDraft(drafts[0]), proposal.takenOver)
    : [];
}

export type TakenOver = { ok: true; fields: number } | { ok: false; reason: "forbidden" };

/** Brings what the speakers changed into the session, or leaves the session as it is and stops showing it. */
export async function takeOver(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  { proposalId, take }: { proposalId: string; take: boolean },
  { now }: { now: Instant },
): Promise<TakenOver> {
  return db.transaction(async (tx): Promise<TakenOver> => {
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    await tx
      .select({ id: proposals.id })
      .from(proposals)
      .where(and(eq(proposals.festivalId, festival.id), eq(proposals.id, proposalId)))
      .for("update");
    const proposal = await findProposal(tx, festival.id, proposalId);
    if (!proposal || !mayDecide(viewer, festival, proposal)) return { ok: false, reason: "forbidden" };
    const drafts = (await draftsOfProposals(tx, [proposalId])).get(proposalId) ?? [];
    const present = substanceOf(proposal);
    let fields = 0;
    for (const draft of take ? drafts : []) {
      const changed = changedSince(present, substanceOfDraft(draft), proposal.takenOver);
      const patch = Object.fromEntries(changed.map(({ field, proposal: value }) => [field, value]));
      fields = Math.max(fields, changed.length);
      await changeDraft(tx, edit, draft.id, patch);
    }
    if (drafts.length > 0) await noteTakenOver(tx, proposalId, present);
    return { ok: true, fields };
  });
}

function substanceOfDraft(draft: Draft): Substance {
  return Object.fromEntries(substanceFields.map((field) => [field, draft[field]])) as unknown as Substance;
}

import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { type DraftSpeaker, proposalSpeakers, proposals } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import type { Proposal } from "../call/proposal.ts";
import { findProposal } from "../call/proposals.server.ts";
import { beginEdit, changeDraft, type Edit } from "../draft-edits.server.ts";
import type { Festival } from "../festival.ts";
import { draftsOfProposals } from "./proposal-drafts.server.ts";
import { isAccepted, scopesFor, speakerFor, type Who, type WithdrawScope } from "./standing.ts";

export type Confirmed =
  | { ok: true; complete: boolean }
  /** `not-open`: nobody told them that it is accepted, or it is not any more. */
  | { ok: false; reason: "not-yours" | "not-open" };

/** A speaker says that they give it. Once all of them have, the proposal is confirmed. Repeating it is harmless. */
export async function confirmProposal(
  db: Database,
  who: Who,
  festival: Festival,
  proposalId: string,
  { now }: { now: Instant },
): Promise<Confirmed> {
  return db.transaction(async (tx): Promise<Confirmed> => {
    const proposal = await lockProposal(tx, festival, proposalId);
    const mine = proposal && speakerFor(who, proposal);
    if (!proposal || !mine) return { ok: false, reason: "not-yours" };
    if (proposal.toldStatus !== "accepted" || !isAccepted(proposal.status))
      return { ok: false, reason: "not-open" };
    if (mine.confirmedAt === null) {
      await tx
        .update(proposalSpeakers)
        .set({ confirmedAt: now.toString() })
        .where(eq(proposalSpeakers.id, mine.id));
    }
    return { ok: true, complete: await completeConfirmation(tx, festival, proposalId) };
  });
}

export type Withdrawn = { ok: true; scope: WithdrawScope } | { ok: false; reason: "not-yours" | "not-open" };

/**
 * A speaker steps out, or takes the whole proposal back, at any time after it was handed in. What was accepted is
 * marked as taken out of the draft, where its place can be given to another, and the organisers are told. Repeating
 * it is harmless.
 */
export async function withdrawProposal(
  db: Database,
  who: Who,
  festival: Festival,
  { proposalId, scope, reason }: { proposalId: string; scope: WithdrawScope; reason: string },
  { now }: { now: Instant },
): Promise<Withdrawn> {
  return db.transaction(async (tx): Promise<Withdrawn> => {
    const { personId } = who;
    const edit = await beginEdit(tx, { festivalId: festival.id, personId, now });
    const proposal = await lockProposal(tx, festival, proposalId);
    if (!proposal || proposal.status === "draft") return { ok: false, reason: "not-yours" };
    if (proposal.status === "withdrawn" && proposal.proposer.id === personId) return { ok: true, scope };
    if (!scopesFor(who, proposal).includes(scope)) return { ok: false, reason: "not-yours" };
    if (proposal.status === "withdrawn") return { ok: true, scope };
    if (scope === "all") await takeBack(tx, edit, proposal, reason);
    else await stepOut(tx, edit, festival, proposal, who);
    const about = { subject: proposal.id, now };
    if (scope === "all") await recordEvent(tx, { kind: "proposal.withdrawn", ...about });
    if (isAccepted(proposal.status)) {
      await recordEvent(tx, { kind: "proposal.given-up", payload: { personId, scope, reason }, ...about });
    }
    return { ok: true, scope };
  });
}

async function takeBack(tx: Database, edit: Edit, proposal: Proposal, reason: string): Promise<void> {
  await tx
    .update(proposals)
    .set({ status: "withdrawn", withdrawnAt: edit.now.toString(), withdrawnReason: reason })
    .where(eq(proposals.id, proposal.id));
  const drafts = await draftsOfProposals(tx, [proposal.id]);
  for (const draft of drafts.get(proposal.id) ?? []) {
    await changeDraft(tx, edit, draft.id, { cancelled: true });
  }
}

async function stepOut(
  tx: Database,
  edit: Edit,
  festival: Festival,
  proposal: Proposal,
  who: Who,
): Promise<void> {
  const mine = speakerFor(who, proposal);
  if (!mine) return;
  const isMine = (one: DraftSpeaker) =>
    mine.personId === null ? one.name === mine.name : one.personId === mine.personId;
  await tx
    .update(proposalSpeakers)
    .set({ status: "declined", confirmedAt: null, answeredAt: edit.now.toString() })
    .where(eq(proposalSpeakers.id, mine.id));
  const drafts = await draftsOfProposals(tx, [proposal.id]);
  for (const draft of drafts.get(proposal.id) ?? []) {
    await changeDraft(tx, edit, draft.id, { speakers: draft.speakers.filter((one) => !isMine(one)) });
  }
  const taken = proposal.takenOver;
  if (taken && Array.isArray(taken.speakers)) {
    const speakers = (taken.speakers as DraftSpeaker[]).filter((one) => !isMine(one));
    await tx
      .update(proposals)
      .set({ takenOver: { ...taken, speakers } })
      .where(eq(proposals.id, proposal.id));
  }
  await completeConfirmation(tx, festival, proposal.id);
}

/** Confirmed once everybody who gives it has said so; true when it is. */
async function completeConfirmation(tx: Database, festival: Festival, id: string): Promise<boolean> {
  const proposal = await findProposal(tx, festival.id, id);
  if (!proposal || !isAccepted(proposal.status)) return false;
  const agreed = proposal.speakers.filter(({ status }) => status === "agreed");
  const complete = agreed.length > 0 && agreed.every(({ confirmedAt }) => confirmedAt !== null);
  if (complete && proposal.status === "accepted") {
    await tx.update(proposals).set({ status: "confirmed" }).where(eq(proposals.id, id));
  }
  return complete;
}

async function lockProposal(tx: Database, festival: Festival, id: string): Promise<Proposal | null> {
  await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.festivalId, festival.id), eq(proposals.id, id)))
    .for("update");
  return findProposal(tx, festival.id, id);
}

import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftSessions, proposals } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Proposal } from "../call/proposal.ts";
import type { Draft } from "../draft.ts";
import { addDrafts, changeDraft, dropDraft, type Edit } from "../draft-edits.server.ts";
import { selectDrafts } from "../drafts.server.ts";
import { type Substance, substanceOf } from "./difference.ts";

/** The drafts of some proposals; one given twice has two. */
export async function draftsOfProposals(db: Database, ids: readonly string[]): Promise<Map<string, Draft[]>> {
  const found = new Map<string, Draft[]>();
  if (ids.length === 0) return found;
  for (const draft of await selectDrafts(db).where(inArray(draftSessions.proposalId, [...ids]))) {
    const id = draft.proposalId ?? "";
    found.set(id, [...(found.get(id) ?? []), draft]);
  }
  return found;
}

/** Makes the session of an accepted proposal, without a time; one that was taken out before comes back instead. */
export async function makeDraftsOf(
  tx: Database,
  edit: Edit,
  accepted: readonly Proposal[],
  drafts: ReadonlyMap<string, Draft[]>,
  ids: Ids,
): Promise<void> {
  for (const proposal of accepted) {
    for (const draft of drafts.get(proposal.id) ?? []) {
      if (draft.cancelled) await changeDraft(tx, edit, draft.id, { cancelled: false });
    }
  }
  const fresh = accepted.filter(({ id }) => !drafts.has(id));
  if (fresh.length === 0) return;
  await addDrafts(
    tx,
    edit,
    fresh.map((proposal) => ({
      ...substanceOf(proposal),
      id: ids.uuid(),
      proposalId: proposal.id,
      organisationId: proposal.organisation.id,
    })),
  );
  for (const proposal of fresh) await noteTakenOver(tx, proposal.id, substanceOf(proposal));
}

/** Takes the sessions of a proposal out: what attendees know is cancelled by the next release, the rest just goes. */
export async function removeDraftsOf(tx: Database, edit: Edit, drafts: readonly Draft[]): Promise<void> {
  for (const draft of drafts) {
    if (draft.released) await changeDraft(tx, edit, draft.id, { cancelled: true });
    else await dropDraft(tx, edit, draft.id);
  }
}

export async function noteTakenOver(tx: Database, id: string, substance: Substance): Promise<void> {
  await tx
    .update(proposals)
    .set({ takenOver: { ...substance } })
    .where(eq(proposals.id, id));
}

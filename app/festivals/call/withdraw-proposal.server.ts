import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { proposals } from "#db/schema/index.ts";
import { recordEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { isProposer, type Proposer } from "./access.ts";
import { callWindow } from "./call.ts";
import { holdCall, lockProposal } from "./lock.server.ts";
import type { Proposal } from "./proposal.ts";

export type Withdrawn =
  | { ok: true; already: boolean }
  /** `decided`: the organisers have, so withdrawing is another matter. */
  | { ok: false; reason: "not-found" | "closed" | "decided" };

/** The proposer takes it back, also after the call has closed. Its co-speakers are told; organisers see it in their list. */
export function withdrawProposal(
  db: Database,
  viewer: Proposer,
  festival: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Withdrawn> {
  return db.transaction(async (tx): Promise<Withdrawn> => {
    const proposal = await lockOwn(tx, viewer, festival, id);
    if (!proposal || proposal.status === "draft") return { ok: false, reason: "not-found" };
    if (proposal.status === "withdrawn") return { ok: true, already: true };
    if (proposal.status !== "submitted") return { ok: false, reason: "decided" };
    await change(tx, proposal, "withdrawn", now);
    await recordEvents(tx, [{ kind: "proposal.taken-back", subject: id, now }]);
    return { ok: true, already: false };
  });
}

/** Takes that back while the call is open and nobody had decided. Its co-speakers still are who they were. */
export function bringBackProposal(
  db: Database,
  viewer: Proposer,
  asked: Festival,
  id: string,
  { now }: { now: Instant },
): Promise<Withdrawn> {
  return db.transaction(async (tx): Promise<Withdrawn> => {
    const festival = await holdCall(tx, asked);
    const proposal = await lockOwn(tx, viewer, festival, id);
    if (!proposal || proposal.status === "draft") return { ok: false, reason: "not-found" };
    if (proposal.status === "submitted") return { ok: true, already: true };
    if (proposal.status !== "withdrawn" || proposal.decidedAt) return { ok: false, reason: "decided" };
    if (callWindow(festival, now) !== "open") return { ok: false, reason: "closed" };
    await change(tx, proposal, "submitted", now);
    return { ok: true, already: false };
  });
}

/** Throws a draft away; nobody but its writers knew of it. */
export function discardDraft(
  db: Database,
  viewer: Proposer,
  festival: Festival,
  id: string,
): Promise<Withdrawn> {
  return db.transaction(async (tx): Promise<Withdrawn> => {
    const proposal = await lockOwn(tx, viewer, festival, id);
    if (!proposal) return { ok: true, already: true };
    if (proposal.status !== "draft") return { ok: false, reason: "decided" };
    await tx.delete(proposals).where(eq(proposals.id, id));
    return { ok: true, already: false };
  });
}

async function lockOwn(tx: Database, viewer: Proposer, festival: Festival, id: string) {
  const proposal = await lockProposal(tx, festival.id, id);
  return proposal && isProposer(viewer, proposal) ? proposal : null;
}

async function change(tx: Database, { id, version }: Proposal, status: Proposal["status"], now: Instant) {
  await tx
    .update(proposals)
    .set({
      ...{ status, version: version + 1, updatedAt: now.toString() },
      withdrawnAt: status === "withdrawn" ? now.toString() : null,
    })
    .where(eq(proposals.id, id));
}

import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, proposalSpeakers, proposals } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { mayPropose, type Proposer } from "./access.ts";
import { callWindow } from "./call.ts";
import { listFormats } from "./formats.server.ts";
import { holdCall } from "./lock.server.ts";

/** Of one person in one festival; nobody who means it comes near. */
export const mostProposals = 20;

export type Started = { ok: true; id: string } | { ok: false; reason: "forbidden" | "closed" | "too-many" };

/** A new draft, or the one this person left untouched: pressing the button twice makes one. */
export async function startProposal(
  db: Database,
  viewer: Proposer,
  festival: Festival,
  { language }: { language: string },
  { now, ids }: { now: Instant; ids: Ids },
): Promise<Started> {
  if (!mayPropose(viewer, festival)) return { ok: false, reason: "forbidden" };
  const organisationId = viewer.organisationId;
  return db.transaction(async (tx): Promise<Started> => {
    if (callWindow(await holdCall(tx, festival), now) !== "open") return { ok: false, reason: "closed" };
    // Two presses at once: the second waits here and finds the draft of the first.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, viewer.personId)).for("update");
    const mine = await tx
      .select()
      .from(proposals)
      .where(and(eq(proposals.festivalId, festival.id), eq(proposals.proposedBy, viewer.personId)))
      .orderBy(asc(proposals.createdAt));
    const untouched = mine.find((row) => row.status === "draft" && row.version === 1);
    if (untouched) return { ok: true, id: untouched.id };
    if (mine.length >= mostProposals) return { ok: false, reason: "too-many" };
    const id = ids.uuid();
    const at = now.toString();
    const [only, ...others] = await listFormats(tx, festival.id);
    await tx.insert(proposals).values({
      ...{
        id,
        festivalId: festival.id,
        organisationId,
        proposedBy: viewer.personId,
        status: "draft",
        language,
      },
      ...{ formatId: others.length === 0 ? (only?.id ?? null) : null, createdAt: at, updatedAt: at },
    });
    await tx.insert(proposalSpeakers).values({
      ...{ id: ids.uuid(), proposalId: id, position: 0, personId: viewer.personId, email: viewer.email },
      ...{ status: "agreed", answeredAt: at },
    });
    return { ok: true, id };
  });
}

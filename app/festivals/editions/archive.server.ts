import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import { type Festival, isOver } from "../festival.ts";
import { lockFestival } from "../hosting/locks.server.ts";
import type { Lead } from "./cancel.server.ts";

export type Archived = { ok: true; already: boolean } | { ok: false; reason: "forbidden" | "coming" };

/** What people still look forward to does not leave the lists. */
export function mayBeArchived(
  festival: Pick<Festival, "status" | "endsOn" | "timeZone" | "postponedAt">,
  now: Instant,
): boolean {
  return ["draft", "over", "cancelled"].includes(festival.status) || isOver(festival, now);
}

/** Takes a festival out of the lists, or puts it back; it stays at its address. Repeating it changes nothing. */
export async function archiveFestival(
  db: Database,
  viewer: Lead,
  { id: festivalId }: Pick<Festival, "id">,
  { archived }: { archived: boolean },
  { now }: { now: Instant },
): Promise<Archived> {
  return inTransaction(db, async (tx): Promise<Archived> => {
    const festival = await lockFestival(tx, festivalId);
    if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
    if ((festival.archivedAt !== null) === archived) return { ok: true, already: true };
    if (archived && !mayBeArchived(festival, now)) return { ok: false, reason: "coming" };
    const at = now.toString();
    await tx
      .update(festivals)
      .set({ archivedAt: archived ? at : null, updatedAt: at })
      .where(eq(festivals.id, festivalId));
    const kind = archived ? "archived" : "unarchived";
    await recordDecision(tx, { festivalId, kind, by: viewer, now });
    return { ok: true, already: false };
  });
}

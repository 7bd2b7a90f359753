import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import type { Instant } from "~/platform/time.ts";
import { mayEditSession } from "../access.ts";
import { beginEdit, changeDraft } from "../draft-edits.server.ts";
import { listDrafts } from "../drafts.server.ts";
import type { Festival } from "../festival.ts";
import { listFestivalRooms } from "../venues.server.ts";
import { isPlaceable } from "./prepare.ts";
import type { Proposed } from "./wish.ts";

export type Applied =
  | { ok: true; changed: number }
  /** Somebody changed the draft since it was proposed, so it might not fit any more. */
  | { ok: false; reason: "stale" | "forbidden" };

/**
 * Takes a proposal over as one act, which can be undone as one. Refused when anything in the draft changed since it
 * was made, so that nobody's work is overwritten.
 */
export async function applyPlacing(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  { revision, positions }: { revision: number; positions: Proposed[] },
  { now }: { now: Instant },
): Promise<Applied> {
  return db.transaction(async (tx): Promise<Applied> => {
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    if (edit.revision !== revision + 1) return { ok: false, reason: "stale" };
    const drafts = new Map((await listDrafts(tx, festival.id)).map((draft) => [draft.id, draft]));
    const rooms = new Map((await listFestivalRooms(tx, festival.id)).map((room) => [room.id, room]));
    const allowed = positions.every(({ id, roomId }) => {
      const draft = drafts.get(id);
      if (!draft || !rooms.has(roomId) || draft.pinned || !isPlaceable(draft)) return false;
      return mayEditSession(viewer, festival, draft);
    });
    if (!allowed) return { ok: false, reason: "forbidden" };
    let changed = 0;
    for (const { id, startsLocal, roomId } of [...positions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const capacity = drafts.get(id)?.capacity ?? rooms.get(roomId)?.capacity ?? null;
      const seats = drafts.get(id)?.released ? {} : { capacity };
      if (await changeDraft(tx, edit, id, { startsLocal, roomId, place: "", ...seats })) changed += 1;
    }
    return { ok: true, changed };
  });
}

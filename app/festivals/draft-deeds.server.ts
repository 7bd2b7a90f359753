import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { giveAgain } from "./edit-drafts.server.ts";
import type { Festival } from "./festival.ts";
import { cancelNow, removeDraft, restoreDraft } from "./remove-drafts.server.ts";

const deeds = ["again", "remove", "restore", "cancel"] as const;
type DraftDeed = (typeof deeds)[number];

export const isDeed = (intent: unknown): intent is DraftDeed => deeds.includes(intent as DraftDeed);

/** What one button on a session's page does, and where it leads, below the list of sessions. */
export async function doToDraft(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  { id, deed }: { id: string; deed: DraftDeed },
  deps: { now: Instant; ids: Ids },
): Promise<{ toast: string; path: string }> {
  const said = (ok: boolean, done: string, path = `/${id}`) => ({
    toast: `festivals.toast.${ok ? done : "notYours"}`,
    path: ok ? path : `/${id}`,
  });
  switch (deed) {
    case "again": {
      const again = await giveAgain(db, viewer, festival, id, deps);
      return said(again.ok, "sessionAgain", again.ok ? `/${again.id}` : undefined);
    }
    case "remove": {
      const removed = await removeDraft(db, viewer, festival, id, deps);
      if (removed.ok && !removed.stays) return said(true, "sessionRemoved", "");
      return said(removed.ok, "sessionTakenOut");
    }
    case "restore":
      return said((await restoreDraft(db, viewer, festival, id, deps)).ok, "sessionRestored");
    case "cancel":
      return said((await cancelNow(db, viewer, festival, id, deps)).ok, "sessionCancelled");
  }
}

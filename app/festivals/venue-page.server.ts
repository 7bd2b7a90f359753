import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Festival } from "./festival.ts";
import { inOrder, type VenueWish } from "./venue-forms.ts";
import { chooseRooms, removeRoom, saveRoom, saveVenue } from "./venues.server.ts";

type Answer = { ok: true; toast: string } | { ok: false; key: string };

/** What was sent from the venue's page, done. */
export async function changeVenue(
  db: Database,
  viewer: Standing,
  festival: Festival,
  wish: VenueWish,
  deps: { ids: Ids; now: Instant },
): Promise<Answer> {
  switch (wish.intent) {
    case "venue": {
      const { id, name, address } = wish;
      return said(await saveVenue(db, viewer, { id, name, address }, deps), "saved");
    }
    case "room": {
      const { intent, form, capacity, ...room } = wish;
      return said(
        await saveRoom(db, viewer, festival, { ...room, capacity: capacity ?? null }, deps),
        "saved",
      );
    }
    case "remove-room":
      return said(await removeRoom(db, viewer, wish.id), "roomRemoved", "roomInUse");
    case "use":
      return said(await chooseRooms(db, viewer, festival, inOrder(wish)), "roomsSaved", "inUseStill");
  }
}

function said(
  outcome: { ok: true } | { ok: false; reason: "forbidden" | "in-use" },
  done: string,
  inUse?: "roomInUse" | "inUseStill",
): Answer {
  if (outcome.ok) return { ok: true, toast: `festivals.toast.${done}` };
  if (outcome.reason === "in-use" && inUse) return { ok: false, key: `festivals.venue.${inUse}` };
  return { ok: false, key: "festivals.errors.notYours" };
}

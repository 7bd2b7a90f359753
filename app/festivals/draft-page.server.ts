import type { Database } from "#db/connect.ts";
import type { Standing } from "~/people/access.ts";
import { type BadForm, type GoodForm, refuse } from "~/platform/http/form.server.ts";
import { mayEditSession } from "./access.ts";
import type { DraftChoices } from "./draft-fields.tsx";
import type { DraftFields } from "./draft-form.ts";
import type { DraftSaved } from "./edit-drafts.server.ts";
import { acceptedHosts, type Festival } from "./festival.ts";
import { listTracks } from "./tracks.server.ts";
import { listFestivalRooms } from "./venues.server.ts";

/** What an organiser may choose from; `present` is the host of the session as it is, who may have left since. */
export async function findDraftChoices(
  db: Database,
  viewer: Standing,
  festival: Festival,
  present?: { id: string; name: string },
): Promise<DraftChoices> {
  const hosts = acceptedHosts(festival).filter((host) =>
    mayEditSession(viewer, festival, { organisationId: host.id }),
  );
  const known = present && !hosts.some((host) => host.id === present.id) ? [present] : [];
  return {
    hosts: [...hosts, ...known].map(({ id, name }) => ({ id, name })),
    tracks: await listTracks(db, festival.id),
    rooms: await listFestivalRooms(db, festival.id),
    timeZone: festival.timeZone,
    startsOn: festival.startsOn,
    endsOn: festival.endsOn,
  };
}

const fieldOf = {
  host: { field: "organisationId", key: "festivals.errors.host" },
  room: { field: "roomId", key: "festivals.errors.room" },
  track: { field: "trackId", key: "festivals.errors.track" },
  "time-needed": { field: "date", key: "festivals.errors.timeNeeded" },
  forbidden: { key: "festivals.errors.notYours" },
  stale: { key: "timetable.editor.stale" },
} as const;

/** The form again, with the reason at the field it is about. */
export function refuseDraft(
  form: GoodForm<DraftFields>,
  refusal: Extract<DraftSaved, { ok: false }>,
): BadForm {
  switch (refusal.reason) {
    case "speaker":
      return refuse(form, {
        field: `speakers[${refusal.index}]`,
        key: "festivals.errors.speakerUnknown",
        values: { address: refusal.unknown },
      });
    case "seats-taken":
      return refuse(form, {
        field: "capacity",
        key: "festivals.errors.seatsTaken",
        values: { count: refusal.taken },
      });
    default:
      return refuse(form, fieldOf[refusal.reason]);
  }
}

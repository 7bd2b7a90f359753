import type { Database } from "#db/connect.ts";
import { mayAdminister, type Standing } from "~/people/access.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { mayOrganiseFestival } from "../../access.ts";
import type { ChangeCapacity } from "../../capacity.ts";
import type { Festival } from "../../festival.ts";
import type { ImportKind } from "./fields.ts";
import type { Line } from "./line.ts";
import type { ImportOrder, Taken } from "./order.ts";
import { previewPeople, takePeople } from "./people/import-people.server.ts";
import { previewRooms, takeRooms } from "./rooms/import-rooms.server.ts";
import { previewSessions, takeSessions } from "./sessions/import-sessions.server.ts";

export type Importing = Standing & { personId: string };

/** Organisers of a host take sessions and rooms; whom an organisation invites is for its admins to say. */
export function mayImport(viewer: Importing, festival: Festival, kind: ImportKind): viewer is Organiser {
  if (!viewer.organisationId || !mayOrganiseFestival(viewer, festival)) return false;
  return kind !== "people" || mayAdminister(viewer, viewer.organisationId);
}

type Organiser = Importing & { organisationId: string };

/** What taking the table would do, row by row; writes nothing. */
export function previewTable(
  db: Database,
  viewer: Organiser,
  festival: Festival,
  order: ImportOrder,
  text: Pick<Text, "t" | "format">,
): Promise<Line[]> {
  if (order.kind === "people") return previewPeople(db, viewer, order, text.t);
  if (order.kind === "rooms") return previewRooms(db, ownerOf(viewer, festival), order);
  return previewSessions(db, viewer, festival, order, { text });
}

export interface ImportDeps {
  now: Instant;
  ids: Ids;
  changeCapacity: ChangeCapacity;
  text: Pick<Text, "t" | "format">;
}

/** Takes the table, all or nothing. Taking it again finds everything there already. */
export function takeTable(
  db: Database,
  viewer: Organiser,
  festival: Festival,
  order: ImportOrder,
  deps: ImportDeps,
): Promise<Taken> {
  if (order.kind === "people") return takePeople(db, viewer, order, { ...deps, t: deps.text.t });
  if (order.kind === "rooms") return takeRooms(db, ownerOf(viewer, festival), order, deps);
  return takeSessions(db, viewer, festival, order, deps);
}

const ownerOf = ({ organisationId }: Organiser, { id, name }: Festival) => ({
  organisationId,
  festival: { id, name },
});

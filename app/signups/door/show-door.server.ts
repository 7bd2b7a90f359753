import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Row } from "./door-row.tsx";
import type { Attendee } from "./list.server.ts";
import { type AtDoor, doorNow } from "./page.server.ts";
import { findWalkIns } from "./walk-ins.server.ts";

/** What the phone at a door shows; searched for by name, and for somebody who is not on the list. */
export async function showDoor(
  db: Database,
  { festival, session, viewer }: AtDoor,
  search: { name: string; find: string },
  ids: Ids,
) {
  const door = await doorNow(db, session.id);
  const named = search.name.trim().toLowerCase();
  const rowOf = (person: Attendee): Row => ({ ...person, ids: { on: ids.uuid(), undo: ids.uuid() } });
  const asked = { festivalId: festival.id, organisationId: viewer.organisationId, search: search.find };
  const found = search.find === "" ? null : await findWalkIns(db, asked);
  const known = new Map(door.people.map((person) => [person.personId, person]));
  const without = { status: "waiting" as const, walkIn: false, arrivedAt: null };
  return {
    door: { heads: door.heads, free: door.free, capacity: door.capacity },
    rows: door.people.filter(({ name }) => name.toLowerCase().includes(named)).map(rowOf),
    found: found?.map((one) => rowOf(known.get(one.personId) ?? { ...one, ...without })) ?? null,
    search,
    nextId: ids.uuid(),
  };
}

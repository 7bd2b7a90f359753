import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { RequestArgs } from "~/platform/context.ts";
import type { Session } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { mayStandAtDoor } from "./access.ts";
import { countHeads, listAttendees } from "./list.server.ts";

type Args = RequestArgs & { params: { festival?: string; door?: string } };

export interface AtDoor {
  viewer: Viewer & { organisationId: string };
  festival: Festival;
  session: Session;
  /** Whether the names are theirs to see, now. */
  mayStand: boolean;
}

/** The session of the address for an organiser of any host; 404 where the festival has no such session. */
export async function openDoor(args: Args): Promise<AtDoor> {
  const { viewer, festival } = await requireOrganising(args);
  const session = await findSession(args.context.db, args.params.door ?? "");
  if (!session || session.festivalId !== festival.id || session.kind === "break")
    throw new Response("Not found", { status: 404 });
  const mayStand = mayStandAtDoor(viewer, festival, session, args.context.now());
  return { viewer: viewer as AtDoor["viewer"], festival, session, mayStand };
}

/** The same for somebody who stands at the door; 403 for other hosts, and for everybody on other days. */
export async function requireAtDoor(args: Args): Promise<AtDoor> {
  const door = await openDoor(args);
  requireAllowed(door.mayStand);
  return door;
}

/** What every device at a door is told again and again. */
export async function doorNow(db: Database, sessionId: string) {
  const people = await listAttendees(db, sessionId);
  const heads = (await countHeads(db, [sessionId])).get(sessionId);
  const session = await findSession(db, sessionId);
  const { capacity = null, seatsTaken = 0 } = session ?? {};
  return { people, heads: heads!, capacity, free: capacity === null ? null : capacity - seatsTaken };
}

export type DoorNow = Awaited<ReturnType<typeof doorNow>>;

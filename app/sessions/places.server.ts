import { and, gt, inArray, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rooms, sessions } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { lockSessions, noteChange } from "./write.server.ts";

type Where = { roomId: string } | { venueId: string };

/** A room or building was renamed: the sessions to come in it are somewhere else as far as a calendar can tell. */
export async function noteRenamedPlace(tx: Database, where: Where, { now }: { now: Instant }): Promise<void> {
  const inside =
    "roomId" in where
      ? [where.roomId]
      : tx
          .select({ id: rooms.id })
          .from(rooms)
          .where(inArray(rooms.venueId, [where.venueId]));
  const concerned = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        inArray(sessions.roomId, inside),
        ne(sessions.status, "cancelled"),
        gt(sessions.endsAt, now.toString()),
      ),
    );
  const ids = concerned.map((session) => session.id);
  if (ids.length === 0) return;
  for (const session of await lockSessions(tx, ids)) await noteChange(tx, session, ["place"], now);
}

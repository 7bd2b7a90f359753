import { and, asc, eq, gt, inArray, isNotNull, lt } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, rooms, sessions, signups } from "#db/schema/index.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import { type Instant, type IsoInstant, plus } from "~/platform/time.ts";
import { checkInCode } from "./code.server.ts";
import type { OwnCode } from "./own-code.tsx";

export interface OwnSeat {
  sessionId: string;
  title: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  place: string;
  status: SignupStatus;
  arrivedAt: IsoInstant | null;
  organisationId: string;
  festivalId: string;
  festival: string;
}

/**
 * From some hours ago until tomorrow night: what a person attends or waits for at festivals, in order of time; `given`
 * adds what they no longer do.
 */
export async function listOwnDay(
  db: Database,
  personId: string,
  now: Instant,
  { festivalId, given = [] }: { festivalId?: string; given?: SignupStatus[] } = {},
): Promise<OwnSeat[]> {
  const rows = await db
    .select({
      sessionId: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
      place: sessions.place,
      room: rooms.name,
      status: signups.status,
      arrivedAt: signups.arrivedAt,
      organisationId: sessions.organisationId,
      festivalId: festivals.id,
      festival: festivals.name,
    })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .innerJoin(festivals, eq(festivals.id, sessions.festivalId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(
      and(
        eq(signups.personId, personId),
        inArray(signups.status, ["confirmed", "offered", "attended", "waiting", ...given]),
        inArray(sessions.status, ["tentative", "confirmed"]),
        isNotNull(sessions.festivalId),
        gt(sessions.endsAt, plus(now, { hours: -18 })),
        lt(sessions.startsAt, plus(now, { hours: 48 })),
        festivalId === undefined ? undefined : eq(sessions.festivalId, festivalId),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return rows.map(({ room, ...row }) => ({ ...row, place: room ?? row.place }));
}

/** A person's codes for the festivals of today and tomorrow at which they have or want a seat. */
export async function listOwnCodes(
  db: Database,
  personId: string,
  now: Instant,
  where: { secret: string; publicUrl: string },
): Promise<OwnCode[]> {
  const own = await listOwnDay(db, personId, now);
  const byId = new Map(own.map(({ festivalId, festival }) => [festivalId, festival]));
  return [...byId].map(([festivalId, festival]) => ({
    festival,
    address: checkInCode({ festivalId, personId }, where),
  }));
}

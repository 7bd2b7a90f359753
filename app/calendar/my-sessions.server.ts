import { and, count, eq, inArray, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { sessionSpeakers, signups } from "#db/schema/index.ts";
import { listFestivals } from "~/festivals/festivals.server.ts";
import { listSeries } from "~/lectures/series.server.ts";
import type { Standing } from "~/people/access.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { findDeeds } from "~/signups/attendees/deeds.server.ts";
import type { Deed } from "~/signups/attendees/deeds.ts";
import { isOpen } from "~/signups/offers/offer.ts";
import type { Part } from "./invite.ts";

export interface MySession {
  session: Session;
  part: Exclude<Part, "none">;
  /** Their place in the queue, from 1; null when they wait for nothing. */
  place: number | null;
  /** Until when an offered seat is held; null for everything else. */
  until: IsoInstant | null;
  /** When their own part in it last changed; null for what they give. */
  signedAt: IsoInstant | null;
  /** The organiser who signed them up; null when they did it themselves. */
  deed: Deed | null;
}

type Me = Standing & { personId: string };

/**
 * All that a person gives, attends or waits for, in order of time. What they attend counts only as long as they may
 * see the festival or the series it belongs to; what they give always does.
 */
export async function listMySessions(
  db: Database,
  me: Me,
  now: Instant,
  span: { endsAfter?: IsoInstant; startsBefore?: IsoInstant } = {},
): Promise<MySession[]> {
  const given = await db
    .select({ sessionId: sessionSpeakers.sessionId })
    .from(sessionSpeakers)
    .where(eq(sessionSpeakers.personId, me.personId));
  const signed = new Map((await listSignups(db, me.personId)).map((one) => [one.sessionId, one]));
  const deeds = await findDeeds(db, me.personId, [...signed.keys()]);
  const gives = new Set(given.map(({ sessionId }) => sessionId));
  const found = await listSessions(db, { ids: [...new Set([...gives, ...signed.keys()])], ...span });
  const visible = found.every(({ id }) => gives.has(id)) ? new Set() : await listVisible(db, me, now);
  return found.flatMap((session): MySession[] => {
    const nothing = { place: null, until: null, signedAt: null, deed: null };
    if (gives.has(session.id)) return [{ session, part: "gives", ...nothing }];
    const own = signed.get(session.id);
    if (!own || !visible.has(session.festivalId ?? session.seriesId)) return [];
    const part = partOf(own, now);
    if (!part) return [];
    const place = own.status === "waiting" ? Number(own.place) : null;
    const deed = deeds.get(session.id) ?? null;
    return [{ session, part, place, until: own.offeredUntil, signedAt: own.updatedAt, deed }];
  });
}

type Signed = Awaited<ReturnType<typeof listSignups>>[number];

/** Null for an offer that ran out and is about to lapse. */
function partOf(own: Signed, now: Instant): MySession["part"] | null {
  if (own.status === "offered") return isOpen(own, now) ? "offered" : null;
  if (own.status !== "waiting") return "attends";
  return own.passedOverAt ? "passed-over" : "waits";
}

async function listSignups(db: Database, personId: string) {
  const ahead = alias(signups, "ahead");
  const place = db
    .select({ place: count() })
    .from(ahead)
    .where(
      and(
        eq(ahead.sessionId, signups.sessionId),
        eq(ahead.status, "waiting"),
        lte(ahead.position, signups.position),
      ),
    );
  return db
    .select({
      sessionId: signups.sessionId,
      status: signups.status,
      passedOverAt: signups.passedOverAt,
      offeredUntil: signups.offeredUntil,
      updatedAt: signups.updatedAt,
      place: sql<string>`(${place})`,
    })
    .from(signups)
    .where(
      and(
        eq(signups.personId, personId),
        inArray(signups.status, ["confirmed", "offered", "waiting", "attended"]),
      ),
    );
}

async function listVisible(db: Database, me: Me, now: Instant): Promise<Set<string | null>> {
  const festivals = await listFestivals(db, me, now);
  const series = await listSeries(db, me);
  return new Set([...festivals, ...series].map(({ id }) => id));
}

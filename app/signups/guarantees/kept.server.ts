import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, organisations, seatGuarantees, sessions, signups } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import type { Kept } from "./kept.ts";

const holding = ["confirmed", "offered", "attended"] as const;

/** Seats kept for hosts now, by session id, in one query; nothing of sessions in which none are kept any more. */
export async function listKept(
  db: Database,
  sessionIds: string[],
  now: Instant,
): Promise<Record<string, Kept>> {
  if (sessionIds.length === 0) return {};
  const inForce = or(isNull(festivals.guaranteesEndAt), gt(festivals.guaranteesEndAt, now.toString()));
  const taken = sql<number>`(select count(*)::int from ${signups} where ${signups.sessionId} = ${sessions.id}
    and ${signups.organisationId} = ${organisations.id} and ${inArray(signups.status, holding)})`;
  const rows = await db
    .select({
      sessionId: seatGuarantees.sessionId,
      organisationId: seatGuarantees.organisationId,
      name: organisations.name,
      seats: seatGuarantees.seats,
      taken,
      endsAt: festivals.guaranteesEndAt,
    })
    .from(seatGuarantees)
    .innerJoin(sessions, eq(sessions.id, seatGuarantees.sessionId))
    .innerJoin(festivals, eq(festivals.id, sessions.festivalId))
    .innerJoin(organisations, eq(organisations.id, seatGuarantees.organisationId))
    .where(and(inArray(seatGuarantees.sessionId, sessionIds), gt(sessions.startsAt, now.toString()), inForce))
    .orderBy(asc(organisations.name));
  const kept: Record<string, Kept> = {};
  for (const { sessionId, endsAt, ...host } of rows) {
    kept[sessionId] ??= { endsAt, hosts: [] };
    kept[sessionId].hosts.push(host);
  }
  return kept;
}

import { and, count, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { uuids } from "#db/arrays.ts";
import { type Database, rowsOf } from "#db/connect.ts";
import {
  commitments,
  festivals,
  people,
  seatGuarantees,
  sessionSpeakers,
  sessions,
  signups,
} from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { type Busy, type Entry, pairOf } from "./facts.ts";

const holding = ["confirmed", "offered", "attended"] as const;
const live = [...holding, "waiting"] as const;

const sessionName = {
  sessionId: sessions.id,
  title: sessions.title,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  timeZone: sessions.timeZone,
};

/** How many wait for each of these sessions; none for those not named. */
export async function waitingCounts(tx: Database, sessionIds: readonly string[]) {
  return tx
    .select({ sessionId: signups.sessionId, people: count() })
    .from(signups)
    .where(and(sql`${signups.sessionId} = any(${uuids(sessionIds)})`, eq(signups.status, "waiting")))
    .groupBy(signups.sessionId);
}

/** Seats kept now, by session and organisation. */
export async function guaranteesInForce(tx: Database, sessionIds: readonly string[], now: Instant) {
  const rows = await tx
    .select({
      sessionId: seatGuarantees.sessionId,
      organisationId: seatGuarantees.organisationId,
      seats: seatGuarantees.seats,
    })
    .from(seatGuarantees)
    .innerJoin(sessions, eq(sessions.id, seatGuarantees.sessionId))
    .leftJoin(festivals, eq(festivals.id, sessions.festivalId))
    .where(
      and(
        sql`${seatGuarantees.sessionId} = any(${uuids(sessionIds)})`,
        or(isNull(festivals.guaranteesEndAt), gt(festivals.guaranteesEndAt, now.toString())),
      ),
    );
  const found = new Map<string, Map<string, number>>();
  for (const { sessionId, organisationId, seats } of rows) {
    const kept = found.get(sessionId) ?? new Map<string, number>();
    found.set(sessionId, kept.set(organisationId, seats));
  }
  return found;
}

/** Who has an offer for one of these sessions, whether or not it has lapsed. */
export async function offeredTo(tx: Database, sessionIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ personId: signups.personId })
    .from(signups)
    .where(and(sql`${signups.sessionId} = any(${uuids(sessionIds)})`, eq(signups.status, "offered")));
  return rows.map((row) => row.personId);
}

/** New places in the queues: their numbers are drawn under the locks, so that a later request gets a higher one. */
export async function drawPlaces(tx: Database, many: number, ids: Ids | undefined) {
  if (many === 0) return [];
  if (!ids) throw new Error("joining a queue takes an id");
  const drawn = rowsOf<{ position: number | string }>(
    await tx.execute(sql`select nextval('signup_order') as position from generate_series(1, ${many}::int)`),
  );
  const positions = drawn.map((row) => Number(row.position)).sort((a, b) => a - b);
  return positions.map((position) => ({ id: ids.uuid(), position }));
}

export async function organisationsOf(
  tx: Database,
  personIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx
    .select({ id: people.id, organisationId: people.organisationId })
    .from(people)
    .where(sql`${people.id} = any(${uuids(personIds)})`);
  return new Map(rows.map((row) => [row.id, row.organisationId]));
}

/** What these people have or wait for, of these sessions, of their workshops given again, and of all that are not over. */
export async function liveSignups(
  tx: Database,
  personIds: readonly string[],
  { sessionIds, proposalIds }: { sessionIds: readonly string[]; proposalIds: readonly string[] },
  now: Instant,
): Promise<Entry[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .select({
      ...sessionName,
      id: signups.id,
      personId: signups.personId,
      organisationId: signups.organisationId,
      status: signups.status,
      position: signups.position,
      offeredUntil: signups.offeredUntil,
      givesUp: signups.givesUpSessionId,
      passedOverAt: signups.passedOverAt,
      partyId: signups.partyId,
      placedBy: signups.placedBy,
      reason: signups.reason,
      proposalId: signups.proposalId,
    })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        sql`${signups.personId} = any(${uuids(personIds)})`,
        inArray(signups.status, live),
        or(
          gt(sessions.endsAt, now.toString()),
          sql`${sessions.id} = any(${uuids(sessionIds)})`,
          sql`${signups.proposalId} = any(${uuids(proposalIds)})`,
        ),
      ),
    );
  return rows.map((row) => ({ ...row, organisationId: row.organisationId ?? "" }));
}

/** When these people give or attend something that is not over. */
export async function busyTimes(tx: Database, personIds: readonly string[], now: Instant): Promise<Busy[]> {
  if (personIds.length === 0) return [];
  return tx
    .select({ ...sessionName, personId: commitments.personId, role: commitments.role })
    .from(commitments)
    .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
    .where(and(sql`${commitments.personId} = any(${uuids(personIds)})`, gt(sessions.endsAt, now.toString())));
}

/** Which of these people give which of these sessions. */
export async function speakersOf(
  tx: Database,
  personIds: readonly string[],
  sessionIds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await tx
    .select({ sessionId: sessionSpeakers.sessionId, personId: sessionSpeakers.personId })
    .from(sessionSpeakers)
    .where(
      and(
        sql`${sessionSpeakers.sessionId} = any(${uuids(sessionIds)})`,
        sql`${sessionSpeakers.personId} = any(${uuids(personIds)})`,
      ),
    );
  return new Set(rows.map((row) => pairOf(row.sessionId, row.personId ?? "")));
}

/** Seats taken in these sessions, by organisation. */
export async function seatsByOrganisation(tx: Database, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return [];
  const rows = await tx
    .select({ sessionId: signups.sessionId, organisationId: signups.organisationId, seats: count() })
    .from(signups)
    .where(and(sql`${signups.sessionId} = any(${uuids(sessionIds)})`, inArray(signups.status, holding)))
    .groupBy(signups.sessionId, signups.organisationId);
  return rows.map((row) => ({ ...row, organisationId: row.organisationId ?? "" }));
}

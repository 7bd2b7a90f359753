import { and, count, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, seatGuarantees, signups } from "#db/schema/index.ts";
import { acceptedHosts, type Festival, type HostOrganisation } from "~/festivals/festival.ts";
import type { Session } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { queueLengths } from "../states.server.ts";

export interface SeatRow {
  session: Session;
  waiting: number;
  /** Seats kept, by organisation; those whose time has passed too. */
  kept: Record<string, number>;
}

/** The sessions of a festival that people sign up for, with their seats, in a fixed number of queries. */
export async function listSeatRows(db: Database, festivalId: string, ids?: string[]): Promise<SeatRow[]> {
  const all = await listSessions(db, { festivalId, ids, statuses: ["tentative", "confirmed"] });
  const sessions = all.filter((session) => session.kind !== "break");
  const sessionIds = sessions.map((session) => session.id);
  const waiting = await queueLengths(db, sessionIds);
  const kept = await keptBySession(db, sessionIds);
  return sessions.map((session) => ({
    session,
    waiting: waiting[session.id] ?? 0,
    kept: kept.get(session.id) ?? {},
  }));
}

async function keptBySession(db: Database, sessionIds: string[]) {
  const bySession = new Map<string, Record<string, number>>();
  if (sessionIds.length === 0) return bySession;
  const rows = await db.select().from(seatGuarantees).where(inArray(seatGuarantees.sessionId, sessionIds));
  for (const { sessionId, organisationId, seats } of rows)
    bySession.set(sessionId, { ...bySession.get(sessionId), [organisationId]: seats });
  return bySession;
}

/** The hosts, the lead first, with how many people each has here. */
export async function listHostsWithPeople(
  db: Database,
  festival: Festival,
): Promise<(HostOrganisation & { people: number })[]> {
  const hosts = acceptedHosts(festival);
  const ids = hosts.map((host) => host.id);
  const rows = await db
    .select({ id: people.organisationId, people: count() })
    .from(people)
    .where(inArray(people.organisationId, ids))
    .groupBy(people.organisationId);
  const byId = new Map(rows.map((row) => [row.id, row.people]));
  return hosts.map((host) => ({ ...host, people: byId.get(host.id) ?? 0 }));
}

/** Seats taken in one session, by organisation; null stands for people of none. */
export async function listTaken(db: Database, sessionId: string) {
  return db
    .select({ organisationId: signups.organisationId, taken: count() })
    .from(signups)
    .where(
      and(eq(signups.sessionId, sessionId), inArray(signups.status, ["confirmed", "offered", "attended"])),
    )
    .groupBy(signups.organisationId);
}

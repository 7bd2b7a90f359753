import { and, count, inArray, isNotNull, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { commitments, organisations, seatGuarantees, signups } from "#db/schema/index.ts";
import { mayEditSession } from "~/festivals/access.ts";
import type { Instant } from "~/platform/time.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { guaranteesEnded } from "../guarantees.server.ts";
import { attentionOf, figuresOf } from "./overview.ts";
import type { Organiser } from "./sign-up.server.ts";

/** How the seats of a festival stand, session by session, in the same few queries however many there are. */
export async function findSeatsOverview(db: Database, { viewer, festival }: Organiser, now: Instant) {
  const found = await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] });
  const sessions = found.filter(({ kind }) => kind !== "break");
  const ids = sessions.map(({ id }) => id);
  const counts = await countSeats(db, ids);
  const guarantees = await listGuarantees(db, ids, now);
  const clashes = await countClashes(db, ids);
  const rows = sessions.map((session) => ({
    sessionId: session.id,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    allDay: session.allDay,
    mayEdit: mayEditSession(viewer, festival, session),
    clashes: clashes.get(session.id) ?? 0,
    ...figuresOf({
      capacity: session.capacity,
      counts: counts.get(session.id) ?? [],
      guarantees: guarantees.get(session.id) ?? [],
    }),
  }));
  const named = rows.flatMap(({ shares }) => shares.flatMap(({ organisationId }) => organisationId ?? []));
  return {
    rows,
    organisations: await nameOrganisations(db, [...new Set(named)]),
    /** Only of sessions that this organiser can do something about. */
    attention: attentionOf(
      rows.filter(({ mayEdit }) => mayEdit),
      now,
    ),
  };
}

async function countSeats(db: Database, ids: string[]) {
  const { sessionId, organisationId, status } = signups;
  const rows = await db
    .select({ sessionId, organisationId, status, count: count() })
    .from(signups)
    .where(and(inArray(sessionId, ids), ne(status, "cancelled")))
    .groupBy(sessionId, organisationId, status);
  return bySession(rows);
}

/** Those in force: none once the festival's time for them has come. */
async function listGuarantees(db: Database, ids: string[], now: Instant) {
  const [first] = ids;
  if (!first || (await guaranteesEnded(db, first, now))) return new Map<string, never[]>();
  return bySession(await db.select().from(seatGuarantees).where(inArray(seatGuarantees.sessionId, ids)));
}

async function countClashes(db: Database, ids: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ sessionId: commitments.sessionId, people: count() })
    .from(commitments)
    .where(and(inArray(commitments.sessionId, ids), isNotNull(commitments.clashSince)))
    .groupBy(commitments.sessionId);
  return new Map(rows.map(({ sessionId, people }) => [sessionId, people]));
}

async function nameOrganisations(db: Database, ids: string[]) {
  const { id, name, slug, colour } = organisations;
  return db.select({ id, name, slug, colour }).from(organisations).where(inArray(id, ids));
}

function bySession<T extends { sessionId: string }>(rows: T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.sessionId, [...(found.get(row.sessionId) ?? []), row]);
  return found;
}

export type SeatsOverview = Awaited<ReturnType<typeof findSeatsOverview>>;

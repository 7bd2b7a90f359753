import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts } from "#db/schema/index.ts";
import { beginEdit, changeDraft } from "~/festivals/draft-edits.server.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Instant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { changeSeats, type Guarantee, type NewSeats, type SeatsAnswer } from "../guarantees.server.ts";
import { mayChangeCapacity, mayKeepSeats } from "./access.ts";
import { listHostsWithPeople, listSeatRows } from "./seat-rows.server.ts";
import { type BulkPlan, type BulkWish, planBulk } from "./share.ts";

export type SeatsSaved = SeatsAnswer | { ok: false; reason: "forbidden" };

/**
 * Saves how many fit in a session and, for the lead, how many seats are kept for each host, at once for attendees. The
 * draft of the programme keeps the same number, so that no release takes it back.
 */
export async function saveSeats(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  { session, capacity, guarantees }: Omit<NewSeats, "sessionId"> & { session: Session },
  { now }: { now: Instant },
): Promise<SeatsSaved> {
  if (!mayChangeCapacity(viewer, festival, session)) return { ok: false, reason: "forbidden" };
  if (guarantees && !mayKeepSeats(viewer, festival)) return { ok: false, reason: "forbidden" };
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    // Locks the festival as every edit of its draft does, and a host that leaves.
    const edit = await beginEdit(tx, { festivalId: festival.id, personId: viewer.personId, now });
    const kept = guarantees && (await ofHosts(tx, festival.id, guarantees));
    const answer = await changeSeats(tx, { sessionId: session.id, capacity, guarantees: kept }, { now });
    if (answer.ok && capacity !== undefined) await changeDraft(tx, edit, session.id, { capacity });
    return answer;
  });
}

/** An organisation that has left by now keeps nothing. */
async function ofHosts(tx: Database, festivalId: string, guarantees: readonly Guarantee[]) {
  const rows = await tx
    .select({ id: festivalHosts.organisationId })
    .from(festivalHosts)
    .where(and(eq(festivalHosts.festivalId, festivalId), eq(festivalHosts.status, "accepted")));
  const hosts = new Set(rows.map((row) => row.id));
  return guarantees.filter((one) => hosts.has(one.organisationId));
}

/** What a wish for all sessions to come would change. */
export async function planForAll(
  db: Database,
  festival: Festival,
  wish: BulkWish,
  { now }: { now: Instant },
): Promise<BulkPlan & { titles: Record<string, string> }> {
  const rows = await listSeatRows(db, festival.id);
  const coming = rows.filter(({ session }) => Date.parse(session.startsAt) > now.epochMilliseconds);
  const sessions = coming.map(({ session: { id, capacity, seatsTaken }, waiting, kept }) => ({
    ...{ id, capacity, seatsTaken, waiting, kept },
  }));
  const plan = planBulk(sessions, await listHostsWithPeople(db, festival), wish);
  return { ...plan, titles: Object.fromEntries(rows.map(({ session }) => [session.id, session.title])) };
}

/** Does it, each session in a transaction of its own; returns in how many. One that changed meanwhile is left alone. */
export async function keepForAll(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  wish: BulkWish,
  { now }: { now: Instant },
): Promise<{ ok: true; changed: number; tooFew: number } | { ok: false; reason: "forbidden" }> {
  if (!mayKeepSeats(viewer, festival)) return { ok: false, reason: "forbidden" };
  const { changes, tooFew } = await planForAll(db, festival, wish, { now });
  let changed = 0;
  for (const { sessionId, guarantees } of changes) {
    const kept = await ofHosts(db, festival.id, guarantees);
    const answer = await changeSeats(db, { sessionId, guarantees: kept }, { now });
    if (answer.ok) changed += 1;
  }
  return { ok: true, changed, tooFew: tooFew.length + changes.length - changed };
}

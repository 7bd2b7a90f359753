import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, seatGuarantees, sessions } from "#db/schema/index.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import type { SeatBook } from "./seats/book.ts";
import { settle } from "./seats/settle.ts";
import { actInside } from "./seats/with-book.server.ts";
import { raceSafely } from "./transaction.server.ts";

export interface Guarantee {
  organisationId: string;
  /** None: nothing is kept for them. */
  seats: number;
}

export type GuaranteeAnswer =
  | { ok: true; promoted: number }
  | { ok: false; reason: "not-found" }
  /** More would be kept than there are seats. */
  | { ok: false; reason: "over-capacity"; most: number };

/** Sets all seats of a session that are kept for hosts; what is no longer kept goes to the queue at once. */
export async function changeGuarantees(
  db: Database,
  { sessionId, guarantees }: { sessionId: string; guarantees: readonly Guarantee[] },
  { now }: { now: Instant },
): Promise<GuaranteeAnswer> {
  const kept = guarantees.filter((one) => one.seats > 0);
  return raceSafely(db, async (tx) => {
    const ended = await guaranteesEnded(tx, sessionId, now);
    const reach = { sessionIds: [sessionId], personIds: [], frees: true, byOrganisation: true };
    const answer = await actInside(tx, reach, { now }, (book) =>
      guarantee(book, sessionId, ended ? [] : kept, kept),
    );
    if (!answer.ok) return answer;
    await tx.delete(seatGuarantees).where(eq(seatGuarantees.sessionId, sessionId));
    if (kept.length > 0) await tx.insert(seatGuarantees).values(kept.map((one) => ({ sessionId, ...one })));
    return answer;
  });
}

function guarantee(
  book: SeatBook,
  sessionId: string,
  inForce: readonly Guarantee[],
  kept: readonly Guarantee[],
): GuaranteeAnswer {
  const session = book.find(sessionId);
  if (!session) return { ok: false, reason: "not-found" };
  const sum = kept.reduce((all, one) => all + one.seats, 0);
  if (session.capacity !== null && sum > session.capacity)
    return { ok: false, reason: "over-capacity", most: session.capacity };
  book.guarantee(sessionId, new Map(inForce.map((one) => [one.organisationId, one.seats])));
  return { ok: true, promoted: settle(book, [sessionId]) };
}

/** Whether the published time has come from which seats are kept for nobody. */
export async function guaranteesEnded(db: Database, sessionId: string, now: Instant): Promise<boolean> {
  const [row] = await db
    .select({ endAt: festivals.guaranteesEndAt })
    .from(sessions)
    .innerJoin(festivals, eq(festivals.id, sessions.festivalId))
    .where(eq(sessions.id, sessionId));
  return row?.endAt ? !isBefore(now, row.endAt) : false;
}

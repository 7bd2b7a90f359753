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

export interface NotEnoughSeats {
  ok: false;
  /** More would be kept than there are seats. */
  reason: "over-capacity";
  most: number;
}

export type GuaranteeAnswer =
  | { ok: true; promoted: number }
  | { ok: false; reason: "not-found" }
  | NotEnoughSeats;

/** Sets all seats of a session that are kept for hosts; what is no longer kept goes to the queue at once. */
export async function changeGuarantees(
  db: Database,
  { sessionId, guarantees }: { sessionId: string; guarantees: readonly Guarantee[] },
  deps: { now: Instant },
): Promise<GuaranteeAnswer> {
  const answer = await changeSeats(db, { sessionId, guarantees }, deps);
  if (!answer.ok && answer.reason === "below-taken") throw new Error("a number of seats nobody asked for");
  return answer;
}

export interface NewSeats {
  sessionId: string;
  /** `undefined` as it is; null for everybody. */
  capacity?: number | null;
  /** `undefined` as they are. */
  guarantees?: readonly Guarantee[];
}

export type SeatsAnswer = GuaranteeAnswer | { ok: false; reason: "below-taken"; taken: number };

/** How many fit and for whom seats are kept, in one step: what is new and kept is not given to the queue in between. */
export async function changeSeats(
  db: Database,
  { sessionId, capacity, guarantees }: NewSeats,
  { now }: { now: Instant },
): Promise<SeatsAnswer> {
  return raceSafely(db, async (tx) => {
    const ended = await guaranteesEnded(tx, sessionId, now);
    const kept = guarantees?.filter((one) => one.seats > 0);
    const reach = { sessionIds: [sessionId], personIds: [], frees: true, byOrganisation: true };
    const before = ended || kept ? [] : await keptIn(tx, sessionId);
    const answer = await actInside(tx, reach, { now }, (book) =>
      setSeats(book, { sessionId, capacity, kept, ended, sum: sumOf(kept ?? before) }),
    );
    if (!answer.ok || !kept) return answer;
    await tx.delete(seatGuarantees).where(eq(seatGuarantees.sessionId, sessionId));
    if (kept.length > 0) await tx.insert(seatGuarantees).values(kept.map((one) => ({ sessionId, ...one })));
    return answer;
  });
}

interface Wanted {
  sessionId: string;
  capacity: number | null | undefined;
  kept: readonly Guarantee[] | undefined;
  ended: boolean;
  sum: number;
}

function setSeats(book: SeatBook, { sessionId, capacity, kept, ended, sum }: Wanted): SeatsAnswer {
  const session = book.find(sessionId);
  if (!session) return { ok: false, reason: "not-found" };
  const { seatsTaken } = book.room(sessionId);
  const most = capacity === undefined ? session.capacity : capacity;
  if (capacity !== undefined && most !== null && most < seatsTaken)
    return { ok: false, reason: "below-taken", taken: seatsTaken };
  if (most !== null && sum > most) return { ok: false, reason: "over-capacity", most };
  if (capacity !== undefined) book.resize(sessionId, capacity);
  if (kept)
    book.guarantee(sessionId, new Map((ended ? [] : kept).map((one) => [one.organisationId, one.seats])));
  return { ok: true, promoted: settle(book, [sessionId]) };
}

const sumOf = (guarantees: readonly Guarantee[]) => guarantees.reduce((all, one) => all + one.seats, 0);

function keptIn(tx: Database, sessionId: string): Promise<Guarantee[]> {
  return tx
    .select({ organisationId: seatGuarantees.organisationId, seats: seatGuarantees.seats })
    .from(seatGuarantees)
    .where(eq(seatGuarantees.sessionId, sessionId));
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

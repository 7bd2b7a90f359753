import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import { type Guarantee, guaranteesEnded } from "./guarantees.server.ts";
import { freeForAll, idleGuarantees } from "./seats/guarantees.ts";
import { settle } from "./seats/settle.ts";
import { tryAct } from "./seats/with-book.server.ts";

export interface SeatsWanted {
  sessionId: string;
  /** `undefined` as it is; null for everybody. */
  capacity?: number | null;
  guarantees?: readonly Guarantee[];
  /** As if the time had come from which nothing is kept. */
  guaranteesEnded?: boolean;
}

export interface SeatsPreview {
  /** Who of the queue would have a seat or an offer at once. */
  seated: { personId: string; organisationId: string | null; how: "seat" | "offer" }[];
  /** Seats nobody has; null where everybody fits. */
  free: number | null;
  /** Kept and not taken; where fewer are free, the next that come free. */
  kept: { organisationId: string; seats: number }[];
  /** Free for everybody; null where everybody fits. */
  pool: number | null;
  /** Who would wait still. */
  waiting: number;
}

/** What other seats would come to; nothing is changed. Null where there is no such session. */
export async function previewSeats(
  db: Database,
  wanted: SeatsWanted,
  { now }: { now: Instant },
): Promise<SeatsPreview | null> {
  const { sessionId, capacity, guarantees } = wanted;
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    const ended = wanted.guaranteesEnded || (await guaranteesEnded(tx, sessionId, now));
    const reach = { sessionIds: [sessionId], personIds: [], frees: true, byOrganisation: true };
    const { book } = await tryAct(tx, reach, { now }, (book) => {
      if (!book.find(sessionId)) return;
      if (capacity !== undefined) book.resize(sessionId, capacity);
      const kept = ended ? [] : guarantees;
      if (kept) book.guarantee(sessionId, new Map(kept.map((one) => [one.organisationId, one.seats])));
      settle(book, [sessionId]);
    });
    if (!book.find(sessionId)) return null;
    const room = book.room(sessionId);
    const seated = book.news.flatMap(({ sessionId: id, personId, change }) => {
      if (id !== sessionId || (change !== "promoted" && change !== "offered")) return [];
      const organisationId = book.entry(id, personId)?.organisationId || null;
      return [
        { personId, organisationId, how: change === "offered" ? ("offer" as const) : ("seat" as const) },
      ];
    });
    const pool = freeForAll(room);
    return {
      seated,
      kept: [...idleGuarantees(room)].map(([organisationId, seats]) => ({ organisationId, seats })),
      free: room.capacity === null ? null : room.capacity - room.seatsTaken,
      pool: Number.isFinite(pool) ? pool : null,
      waiting: book.waiting(sessionId),
    };
  });
}

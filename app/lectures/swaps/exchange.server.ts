import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterTopics } from "#db/schema/index.ts";
import type { Deps } from "../plan.server.ts";
import type { Member, Roster, Turn } from "../roster.server.ts";
import { type Seat, type Seated, seatSpeakers } from "../turn-page/seat.server.ts";

export interface Exchange {
  roster: Roster;
  turn: Turn;
  /** Who had it, and has the other in return. */
  from: Member;
  taker: Member;
  /** Null when the taker gives nothing in return. */
  returnTurn: Turn | null;
  /** What the taker speaks about when they bring no turn, and with it no topic, of their own. */
  topic: string;
}

/** Two speakers change places, or one takes the place of the other. Topics go with those who know about them. */
export async function exchange(tx: Database, wish: Exchange, deps: Deps): Promise<Seated> {
  const { roster, turn, from, taker, returnTurn, topic } = wish;
  const seats: Seat[] = [{ turn, member: taker, topic: returnTurn ? returnTurn.topic : topic }];
  if (returnTurn) seats.push({ turn: returnTurn, member: from, topic: turn.topic });
  const seated = await seatSpeakers(tx, roster.series, { seats, kind: "swap" }, deps);
  if (seated.ok && !returnTurn) await keepTopic(tx, from, turn.topic, deps);
  return seated;
}

/** The topic of a turn given away waits for the next turn of the one who had it. */
async function keepTopic(tx: Database, { id }: Member, title: string, { ids, now }: Deps): Promise<void> {
  if (!title) return;
  const [waiting] = await tx
    .select({ id: rosterTopics.id })
    .from(rosterTopics)
    .where(and(eq(rosterTopics.memberId, id), eq(rosterTopics.title, title)));
  if (waiting) return;
  await tx.insert(rosterTopics).values({ id: ids.uuid(), memberId: id, title, createdAt: now.toString() });
}

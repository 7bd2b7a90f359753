import type { Database } from "#db/connect.ts";
import { swaps, turnHistory } from "#db/schema/index.ts";
import { swapDeadline } from "~/lectures/swaps/swap.ts";
import { type IsoInstant, isBefore, plus, Temporal } from "~/platform/time.ts";
import type { Story } from "./alliance.server.ts";
import type { LivedTurn } from "./year.ts";

/** The last who agreed is needed elsewhere by now, and has asked since who would like to take that week. */
export async function fillSwap(
  db: Database,
  { ids, now }: Story,
  lectures: readonly (LivedTurn & { startsAt: IsoInstant })[],
  timeZone: string,
): Promise<void> {
  const turn = lectures.findLast(({ status }) => status === "confirmed");
  const agreedAt = turn?.offers.findLast(({ status }) => status === "accepted")?.answeredAt;
  if (!turn?.memberId || !agreedAt) return;
  const expiresAt = swapDeadline(turn, timeZone);
  if (!isBefore(now, expiresAt)) return;
  // After they agreed, halfway to now.
  const seconds = Temporal.Instant.from(agreedAt).until(now).total("seconds") / 2;
  const at = plus(agreedAt, { seconds: Math.trunc(seconds) });
  const facts = { toMemberId: null, toName: null };
  await db.insert(swaps).values({
    id: ids.uuid(),
    turnId: turn.id,
    memberId: turn.memberId,
    toMemberId: null,
    message: "My daughter plays her first match that morning.",
    status: "open",
    createdAt: at,
    expiresAt: expiresAt.toString(),
  });
  await db
    .insert(turnHistory)
    .values({ turnId: turn.id, kind: "swap-asked", memberId: turn.memberId, facts, at });
}

import type { Database } from "#db/connect.ts";
import { swaps } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { type Clash, findClashes } from "~/sessions/commitments.server.ts";
import { recordHappening } from "../history.server.ts";
import { memberOf } from "../member-of.ts";
import type { Deps } from "../plan.server.ts";
import { changeRoster } from "../roster.server.ts";
import type { TurnRef } from "../turn-writes.server.ts";
import { type AskRefusal, refusalToAsk, swapDeadline } from "./swap.ts";
import { listSwaps } from "./swaps.server.ts";

export type AskSwap =
  | { ok: true; swapId: string }
  | { ok: false; reason: AskRefusal; name: string }
  | { ok: false; reason: "clash"; name: string; clashes: Clash[] };

/** A speaker asks one colleague, or whoever wants, to take their turn. Nothing changes until somebody does. */
export async function askSwap(
  db: Database,
  asked: TurnRef & { personId: string; toMemberId: string | null; message: string },
  deps: Deps,
): Promise<AskSwap> {
  const { seriesId, turnId, personId, toMemberId, message } = asked;
  return changeRoster(db, seriesId, async (tx, roster) => {
    const turn = roster.turns.find(({ id }) => id === turnId);
    const member = memberOf(roster, personId);
    const colleague = roster.members.find(({ id }) => id === toMemberId) ?? null;
    const name = colleague?.name ?? "";
    if (!turn || !member || turn.memberId !== member.id) return { ok: false, reason: "not-yours", name };
    if (toMemberId !== null && !colleague) return { ok: false, reason: "gone", name };
    const { timeZone } = roster.series;
    const known = { turn, memberId: member.id, colleague, swaps: await listSwaps(tx, [turnId]) };
    const refusal = refusalToAsk({ ...known, timeZone, now: deps.now });
    if (refusal) return { ok: false, reason: refusal, name };
    const interval = { ...turn, id: turn.sessionId, allDay: false };
    const clashes = colleague ? await findClashes(tx, [colleague.personId], interval) : [];
    if (clashes.length > 0) return { ok: false, reason: "clash", name, clashes };
    const swapId = deps.ids.uuid();
    await tx.insert(swaps).values({
      id: swapId,
      turnId,
      memberId: member.id,
      toMemberId,
      message,
      status: "open",
      createdAt: deps.now.toString(),
      expiresAt: swapDeadline(turn, timeZone).toString(),
    });
    const happened = { turnId, actorId: personId, memberId: member.id };
    const facts = { toMemberId, toName: colleague?.name ?? null };
    await recordHappening(tx, { ...happened, kind: "swap-asked", facts }, deps);
    await recordEvent(tx, { kind: "swap.asked", subject: turnId, payload: { swapId }, now: deps.now });
    return { ok: true, swapId };
  });
}

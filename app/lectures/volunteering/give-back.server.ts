import type { Database } from "#db/connect.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { recordHappening } from "../history.server.ts";
import type { Deps } from "../plan.server.ts";
import type { Member, Roster } from "../roster.server.ts";
import { freeTurn, isToCome } from "../turn-writes.server.ts";

/** What a member who leaves had agreed to give goes back to the roster. Plan the series afterwards. */
export async function giveBackAgreed(
  tx: Database,
  { turns, series }: Roster,
  { id: memberId, personId }: Pick<Member, "id" | "personId">,
  deps: Deps,
): Promise<void> {
  const agreed = turns.filter(
    (turn) => turn.status === "confirmed" && turn.memberId === memberId && isToCome(turn, deps),
  );
  for (const turn of agreed) {
    await freeTurn(tx, turn, series, { status: "withdrawn" }, deps);
    await recordHappening(tx, { turnId: turn.id, kind: "withdrew", actorId: personId, memberId }, deps);
    const payload = { memberId, reason: "" };
    await recordEvent(tx, { kind: "turn.withdrew", subject: turn.id, payload, now: deps.now });
  }
}

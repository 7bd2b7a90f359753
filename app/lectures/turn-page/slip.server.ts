import type { Database } from "#db/connect.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { findClashes } from "~/sessions/commitments.server.ts";
import { recordHappening } from "../history.server.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { isPresent } from "../presence.ts";
import { changeRoster, type Roster, type Turn } from "../roster.server.ts";
import { endSwapsOf } from "../swaps/swaps.server.ts";
import { callOff, freeTurn, isToCome, type TurnRef } from "../turn-writes.server.ts";
import type { BusyRefusal } from "./seat.server.ts";
import { seatSpeakers } from "./seat.server.ts";
import { nameSlip, planSlip, type Slip } from "./slip.ts";

export type Slipped = { ok: true } | { ok: false; reason: "changed" } | BusyRefusal;

/** What would happen if the speaker of this turn spoke a week later; null when it cannot be done. */
export async function findSlip(db: Database, roster: Roster, turn: Turn, deps: Pick<Deps, "now">) {
  const later = roster.turns.filter(
    ({ heldOn, startsAt }) => heldOn > turn.heldOn && isToCome({ startsAt }, deps),
  );
  const speakers = [turn, ...later].flatMap(({ memberId, status }) =>
    status === "confirmed" && memberId ? [memberId] : [],
  );
  const members = roster.members.filter(({ id }) => speakers.includes(id));
  const busy = new Set<string>();
  const personIds = members.map(({ personId }) => personId);
  for (const one of members.length > 0 ? later : []) {
    const interval = { ...one, id: one.sessionId, allDay: false };
    for (const { personId } of await findClashes(db, personIds, interval)) busy.add(`${personId} ${one.id}`);
  }
  return planSlip([turn, ...later], turn.id, (memberId, { id, heldOn }) => {
    const member = members.find((one) => one.id === memberId)!;
    if (!isPresent(member, heldOn)) return "away";
    return busy.has(`${member.personId} ${id}`) ? "busy" : null;
  });
}

/**
 * Moves the chain as it was shown, in one go, and tells everybody who moves. The week itself is called off, or looks for
 * another speaker.
 */
export async function slipTurn(
  db: Database,
  wish: TurnRef & { organiserId: string; shown: string; week: "off" | "open" },
  deps: Deps,
): Promise<Slipped> {
  const { seriesId, turnId, organiserId, shown, week } = wish;
  return changeRoster(db, seriesId, async (tx, roster) => {
    const turn = roster.turns.find(({ id }) => id === turnId);
    const slip = turn && isToCome(turn, deps) ? await findSlip(tx, roster, turn, deps) : null;
    if (!turn || !slip || nameSlip(slip) !== shown) return { ok: false, reason: "changed" };
    const seats = slip.moves.map((move) => ({
      turn: turnOf(roster, move.to),
      member: roster.members.find(({ id }) => id === move.memberId)!,
      topic: turnOf(roster, move.from).topic,
    }));
    const seated = await seatSpeakers(tx, roster.series, { seats, kind: "organiser", left: turn }, deps);
    if (!seated.ok) return seated;
    await freeTurn(tx, turn, roster.series, { status: "withdrawn" }, deps);
    if (week === "off") await callOff(tx, turn, deps);
    await writeDown(tx, roster, { slip, turn, organiserId, week }, deps);
    await planSeries(tx, seriesId, deps);
    return { ok: true };
  });
}

async function writeDown(
  tx: Database,
  roster: Roster,
  { slip, turn, organiserId, week }: { slip: Slip; turn: Turn; organiserId: string; week: "off" | "open" },
  deps: Deps,
): Promise<void> {
  const concerned = [turn.id, ...slip.moves.map(({ to }) => to)];
  await endSwapsOf(tx, concerned, "moved", deps);
  const moves = slip.moves.map(({ memberId, from, to }) => ({
    memberId,
    from: turnOf(roster, from).heldOn,
    to: turnOf(roster, to).heldOn,
    turnIds: [from, to],
  }));
  for (const { memberId, turnIds, ...facts } of moves)
    for (const turnId of turnIds)
      await recordHappening(tx, { turnId, kind: "slipped", actorId: organiserId, memberId, facts }, deps);
  if (week === "off")
    await recordHappening(tx, { turnId: turn.id, kind: "called-off", actorId: organiserId }, deps);
  const payload = { organiserId, moves: slip.moves };
  await recordEvent(tx, { kind: "turn.slipped", subject: turn.id, payload, now: deps.now });
}

function turnOf({ turns }: Roster, id: string): Turn {
  return turns.find((turn) => turn.id === id)!;
}

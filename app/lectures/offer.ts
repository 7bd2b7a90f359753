import type { Choice } from "./choose.ts";
import { type PlannedTurn, planTurns, type RosterFacts } from "./plan.ts";

export interface DueOffer {
  turnId: string;
  choice: Choice;
}

/**
 * The offers to make now, in order of date: one for each open turn that is due, to the one the ledger names among
 * those who hold no other open offer. A turn for which nobody is left stays open until an answer frees somebody.
 */
export function decideOffers(facts: RosterFacts, isDue: (turn: PlannedTurn) => boolean): DueOffer[] {
  const offers: DueOffer[] = [];
  let turns = facts.turns;
  const due = turns.filter((turn) => turn.status === "open" && isDue(turn));
  for (const { id } of due.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))) {
    const holders = new Set(
      turns.flatMap((turn) => (turn.status === "offered" ? [turn.memberId ?? ""] : [])),
    );
    const choice = planTurns({ ...facts, turns }, { turnId: id, holders }).get(id);
    if (!choice) continue;
    offers.push({ turnId: id, choice });
    turns = turns.map((turn) =>
      turn.id === id ? { ...turn, status: "offered", memberId: choice.memberId } : turn,
    );
  }
  return offers;
}

/** Three declines in a row, lapses included: no more offers until somebody has asked why. */
export const declinesBeforePause = 3;

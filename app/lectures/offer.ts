import { allRules, type Choice, type Rules } from "./choose.ts";
import { type PlannedTurn, planTurns, type RosterFacts } from "./plan.ts";

/** Whom the ledger names for one open turn, of those who hold no open offer; null when nobody is left. */
export function nextToAsk(
  facts: RosterFacts,
  turnId: string,
  holders: ReadonlySet<string>,
  rules: Rules = allRules,
): Choice | null {
  return planTurns(facts, { turnId, holders }, rules).get(turnId) ?? null;
}

export interface DueOffer {
  turnId: string;
  choice: Choice;
}

/**
 * The offers to make now, in order of date: one for each open turn that is due, to the one the ledger names among
 * those who hold no other open offer. A turn for which nobody is left stays open until an answer frees somebody.
 */
export function decideOffers(
  facts: RosterFacts,
  isDue: (turn: PlannedTurn) => boolean,
  rules: Rules = allRules,
): DueOffer[] {
  const offers: DueOffer[] = [];
  let turns = facts.turns;
  const due = turns.filter((turn) => turn.status === "open" && isDue(turn));
  for (const { id } of due.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))) {
    const holders = new Set(
      turns.flatMap((turn) => (turn.status === "offered" ? [turn.memberId ?? ""] : [])),
    );
    const choice = nextToAsk({ ...facts, turns }, id, holders, rules);
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

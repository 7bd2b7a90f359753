import type { IsoDate } from "~/platform/time.ts";
import { bookTurn, openBooks } from "./books.ts";
import { allRules, type Choice, chooseSpeaker, type Rules } from "./choose.ts";
import type { Earning, RosterMode } from "./ledger.ts";
import { describeTurn } from "./moment.ts";
import type { RosterMember } from "./presence.ts";

export interface PlannedTurn {
  id: string;
  heldOn: IsoDate;
  status: "open" | "offered" | "confirmed" | "held" | "no-show" | "cancelled";
  memberId: string | null;
  /** Frozen when it was held. */
  present: readonly Earning[] | null;
  /** Members who declined it or let its offer lapse. */
  declinedBy: readonly string[];
}

export interface RosterFacts {
  mode: RosterMode;
  seed: string;
  /** Everybody who ever joined. */
  members: readonly RosterMember[];
  turns: readonly PlannedTurn[];
}

/** The turn about to be offered, and the members who already hold an open offer for another one. */
export interface Offering {
  turnId: string;
  holders: ReadonlySet<string>;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * A speaker, or null, for every open turn in order of date, or up to the one about to be offered. Offered and
 * confirmed turns stay as they are and count as given, and so does each choice made here.
 */
export function planTurns(
  facts: RosterFacts,
  offering: Offering | null = null,
  rules: Rules = allRules,
): Map<string, Choice | null> {
  const turns = facts.turns
    .filter((turn) => turn.status !== "cancelled")
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
  const speakers = turns.map((turn) =>
    turn.status === "open" || turn.status === "no-show" ? null : turn.memberId,
  );
  let books = openBooks(facts, turns);
  const choices = new Map<string, Choice | null>();

  for (const [position, turn] of turns.entries()) {
    if (turn.status === "held" || turn.status === "no-show") continue;
    if (turn.status === "open") {
      const holders = offering?.turnId === turn.id ? offering.holders : nobody;
      const moment = { facts, turns, speakers, books, position, holders };
      const choice = chooseSpeaker(describeTurn(moment), rules);
      choices.set(turn.id, choice);
      if (offering?.turnId === turn.id) break;
      speakers[position] = choice?.memberId ?? null;
    }
    books = bookTurn(books, facts, { heldOn: turn.heldOn, memberId: speakers[position] ?? null });
  }
  return choices;
}

import { add, compare, type Fraction, fraction, minus } from "./fraction.ts";
import { balanceOf } from "./ledger.ts";
import { type Contender, owed, type Standing, type TurnToFill } from "./rank.ts";

const upper = fraction(9, 10);
const lower = fraction(-9, 10);

/**
 * The best candidate from an organisation that speaks neither just before nor just after, when the first in line is
 * from one that does, and while nobody's balance would pass ±0.9 by it: the speaker's below, anybody else's above.
 */
export function preferOtherOrganisation(
  turn: TurnToFill,
  ranked: readonly Contender[],
): Contender | undefined {
  const isNeighbour = (one: Contender) => turn.neighbours.includes(one.organisationId);
  if (!ranked[0] || !isNeighbour(ranked[0])) return undefined;
  const other = ranked.find((one) => !isNeighbour(one));
  if (!other || !membersStayWithin(turn, other)) return undefined;
  if (turn.mode === "per-organisation" && !organisationsStayWithin(turn, other)) return undefined;
  return other;
}

function membersStayWithin({ contenders, mode }: TurnToFill, speaker: Contender): boolean {
  const earning = contenders.filter(
    ({ organisationId }) => mode === "per-head" || organisationId === speaker.organisationId,
  );
  return earning.every((one) => staysWithin(one, one === speaker));
}

function organisationsStayWithin({ organisations }: TurnToFill, speaker: Contender): boolean {
  return [...organisations].every(([id, one]) => staysWithin(one, id === speaker.organisationId));
}

function staysWithin(one: Standing & { share: Fraction }, speaks: boolean): boolean {
  if (speaks) return compare(minus(add(owed(one), one.share), 1), lower) >= 0;
  return compare(add(balanceOf(one.account), one.share), upper) <= 0;
}

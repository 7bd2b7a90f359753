import { add, compare, type Fraction, fraction, minus, zero } from "./fraction.ts";
import { balanceOf } from "./ledger.ts";
import { type Contender, nothing, owed, type TurnToFill } from "./rank.ts";

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

function membersStayWithin({ contenders }: TurnToFill, speaker: Contender): boolean {
  return contenders.every((one) =>
    one === speaker
      ? compare(minus(add(owed(one), one.share), 1), lower) >= 0
      : compare(add(balanceOf(one.account), one.share), upper) <= 0,
  );
}

function organisationsStayWithin({ contenders, organisations }: TurnToFill, speaker: Contender): boolean {
  const shares = new Map<string, Fraction>();
  for (const { organisationId, share } of contenders)
    shares.set(organisationId, add(shares.get(organisationId) ?? zero, share));
  return [...shares].every(([id, share]) => {
    const whole = organisations.get(id) ?? nothing;
    return id === speaker.organisationId
      ? compare(minus(add(owed(whole), share), 1), lower) >= 0
      : compare(add(balanceOf(whole.account), share), upper) <= 0;
  });
}

import { createHash } from "node:crypto";
import type { IsoDate } from "~/platform/time.ts";
import { type Explanation, explain, type Reason, type Relaxed } from "./explain.ts";
import { add, compare, type Fraction, fraction, minus, zero } from "./fraction.ts";
import { type Account, balanceOf, emptyAccount, type RosterMode } from "./ledger.ts";

/** The account before this turn, planned turns before it included, and the talks agreed for later ones. */
export interface Standing {
  account: Account;
  ahead: number;
}

/** A member present at the turn to be filled, with all that the rule looks at. */
export interface Contender extends Standing {
  id: string;
  organisationId: string;
  joinedOn: IsoDate;
  /** What they earn by this turn. */
  share: Fraction;
  /** Turns between this one and the nearest at which they speak; Infinity when there is none. */
  distance: number;
  declined: boolean;
  cooling: boolean;
  hasOffer: boolean;
}

export interface TurnToFill {
  heldOn: IsoDate;
  mode: RosterMode;
  seed: string;
  contenders: readonly Contender[];
  /** Whole organisations, members absent or gone included. */
  organisations: ReadonlyMap<string, Standing>;
  /** The organisations of those who speak just before and just after. */
  neighbours: readonly string[];
}

export interface Rules {
  gap: boolean;
  neighbours: boolean;
}

export const allRules: Rules = { gap: true, neighbours: true };

export interface Choice {
  memberId: string;
  explanation: Explanation;
}

/**
 * Who speaks: the highest balance among those who may, ties by longest ago, joined first, lot. Spacing gives way
 * step by step before the cooldown after a decline does; nothing else gives way.
 */
export function chooseSpeaker(turn: TurnToFill, rules: Rules = allRules): Choice | null {
  const { candidates, relaxed } = findCandidates(turn.contenders, rules);
  const order = criteriaOf(turn);
  const ranked = candidates.toSorted((a, b) => decide(order, a, b).order);
  const [first, second] = ranked;
  if (!first) return null;
  const other = rules.neighbours ? preferNeighbour(turn, ranked) : undefined;
  const chosen = other ?? first;
  const reason: Reason = other
    ? "other-organisation"
    : second
      ? decide(order, first, second).reason
      : "only-one";
  return {
    memberId: chosen.id,
    explanation: explain({
      reason,
      relaxed,
      account: chosen.account,
      ahead: chosen.ahead,
      present: turn.contenders.length,
      candidates: candidates.length,
      organisation:
        turn.mode === "per-head" ? null : (turn.organisations.get(chosen.organisationId) ?? emptyAccount),
    }),
  };
}

/** Half the turns after which it would be their turn again: ⌊n/2⌋ where everybody earns 1/n. */
function gapOf({ share }: Contender): number {
  return share.n === 0n ? 0 : Number(share.d / (2n * share.n));
}

function findCandidates(
  contenders: readonly Contender[],
  rules: Rules,
): { candidates: Contender[]; relaxed: Relaxed } {
  const free = contenders.filter((contender) => !contender.declined && !contender.hasOffer);
  const rested = free.filter((contender) => !contender.cooling);
  const pool = rested.length > 0 ? rested : free;
  const widest = rules.gap ? Math.max(0, ...pool.map(gapOf)) : 0;
  for (let slack = rules.gap ? 0 : widest; slack <= widest; slack++) {
    const candidates = rules.gap ? pool.filter((one) => one.distance > gapOf(one) - slack) : pool;
    if (candidates.length === 0) continue;
    return { candidates, relaxed: rested.length === 0 ? "cooldown" : slack > 0 ? "gap" : null };
  }
  return { candidates: [], relaxed: null };
}

interface Criterion {
  reason: Reason;
  compare: (a: Contender, b: Contender) => number;
}

function criteriaOf({ mode, seed, heldOn, organisations, contenders }: TurnToFill): Criterion[] {
  const perHead: Criterion[] = [
    { reason: "highest-share", compare: (a, b) => compare(standing(b), standing(a)) },
    { reason: "longest-ago", compare: (a, b) => byDate(a.account.lastSpokeOn, b.account.lastSpokeOn) },
    { reason: "joined-first", compare: (a, b) => byDate(a.joinedOn, b.joinedOn) },
    { reason: "lot", compare: (a, b) => byText(lot(seed, heldOn, a.id), lot(seed, heldOn, b.id)) },
  ];
  if (mode === "per-head") return perHead;
  const accountOf = ({ organisationId }: Contender) => organisations.get(organisationId) ?? emptyAccount;
  const ahead = new Map<string, number>();
  for (const one of contenders)
    ahead.set(one.organisationId, (ahead.get(one.organisationId) ?? 0) + one.ahead);
  const owed = (one: Contender) => minus(balanceOf(accountOf(one)), ahead.get(one.organisationId) ?? 0);
  const organisationLot = (one: Contender) => lot(seed, heldOn, one.organisationId);
  const perOrganisation: Criterion[] = [
    { reason: "organisation-share", compare: (a, b) => compare(owed(b), owed(a)) },
    {
      reason: "organisation-longest-ago",
      compare: (a, b) => byDate(accountOf(a).lastSpokeOn, accountOf(b).lastSpokeOn),
    },
    { reason: "lot", compare: (a, b) => byText(organisationLot(a), organisationLot(b)) },
  ];
  return [...perOrganisation, ...perHead];
}

function decide(order: Criterion[], a: Contender, b: Contender): { order: number; reason: Reason } {
  for (const criterion of order) {
    const result = criterion.compare(a, b);
    if (result !== 0) return { order: result, reason: criterion.reason };
  }
  return { order: 0, reason: "lot" };
}

const bound = fraction(9, 10);

/** The best from an organisation that speaks neither just before nor just after, while that wrongs nobody. */
function preferNeighbour(turn: TurnToFill, ranked: Contender[]): Contender | undefined {
  const isNeighbour = (one: Contender) => turn.neighbours.includes(one.organisationId);
  if (!ranked[0] || !isNeighbour(ranked[0])) return undefined;
  const other = ranked.find((one) => !isNeighbour(one));
  return other && staysWithinBounds(turn, other) ? other : undefined;
}

/** Nobody's balance would pass ±0.9 if this one spoke: theirs from above, everybody else's from below. */
function staysWithinBounds(turn: TurnToFill, chosen: Contender): boolean {
  const members = turn.contenders.map((one) => ({
    isChosen: one.id === chosen.id,
    balance: add(one === chosen ? standing(one) : balanceOf(one.account), one.share),
  }));
  const organisations = turn.mode === "per-head" ? [] : [...organisationBalances(turn, chosen)];
  return [...members, ...organisations].every(({ isChosen, balance }) =>
    isChosen ? compare(minus(balance, 1), fraction(-9, 10)) >= 0 : compare(balance, bound) <= 0,
  );
}

function* organisationBalances(turn: TurnToFill, chosen: Contender) {
  const earned = new Map<string, Fraction>();
  for (const { organisationId, share } of turn.contenders)
    earned.set(organisationId, add(earned.get(organisationId) ?? zero, share));
  for (const [id, share] of earned) {
    const balance = add(balanceOf(turn.organisations.get(id) ?? emptyAccount), share);
    yield { isChosen: id === chosen.organisationId, balance };
  }
}

/** The balance with talks already agreed for later turns counted as given. */
function standing(contender: Contender): Fraction {
  return minus(balanceOf(contender.account), contender.ahead);
}

/** Earlier first, and never before ever. */
function byDate(a: IsoDate | null, b: IsoDate | null): number {
  return byText(a ?? "", b ?? "");
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same for ever for one seed, date and member, and different from date to date. */
function lot(seed: string, heldOn: IsoDate, id: string): string {
  return createHash("sha256").update(`${seed} ${heldOn} ${id}`).digest("hex");
}

import { createHash } from "node:crypto";
import type { IsoDate } from "~/platform/time.ts";
import type { Reason } from "./explain.ts";
import { compare, type Fraction, minus, zero } from "./fraction.ts";
import { type Account, balanceOf, emptyAccount, type RosterMode } from "./ledger.ts";

/** The account before a turn, planned turns before it included, and the talks agreed for later ones. */
export interface Standing {
  account: Account;
  ahead: number;
}

/** A member present at the turn to be filled, with all that the rule looks at. */
export interface Contender extends Standing {
  id: string;
  organisationId: string;
  joinedOn: IsoDate;
  /** What they earn by this turn, where organisations take turns only if theirs speaks. */
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
  /** Draws the last lots. */
  seed: string;
  contenders: readonly Contender[];
  /** The ledger among organisations, with what each present one earns by this turn. */
  organisations: ReadonlyMap<string, Standing & { share: Fraction }>;
  /** The organisations of those who speak just before and just after. */
  neighbours: readonly string[];
}

export interface Criterion {
  reason: Reason;
  compare: (a: Contender, b: Contender) => number;
}

/** Of an organisation without any history. */
export const nothing = { account: emptyAccount, ahead: 0, share: zero };

/** The balance with talks agreed for later turns counted as given. */
export function owed({ account, ahead }: Standing): Fraction {
  return minus(balanceOf(account), ahead);
}

/** What puts one candidate before another, in the order in which it counts. */
export function criteriaOf({ mode, seed, heldOn, organisations }: TurnToFill): Criterion[] {
  const lot = (id: string) => drawLot(seed, heldOn, id);
  const perHead: Criterion[] = [
    { reason: "highest-share", compare: (a, b) => compare(owed(b), owed(a)) },
    { reason: "longest-ago", compare: (a, b) => byDate(a.account.lastSpokeOn, b.account.lastSpokeOn) },
    { reason: "joined-first", compare: (a, b) => byDate(a.joinedOn, b.joinedOn) },
    { reason: "lot", compare: (a, b) => byText(lot(a.id), lot(b.id)) },
  ];
  if (mode === "per-head") return perHead;
  const whole = (one: Contender) => organisations.get(one.organisationId) ?? nothing;
  return [
    { reason: "organisation-share", compare: (a, b) => compare(owed(whole(b)), owed(whole(a))) },
    {
      reason: "organisation-longest-ago",
      compare: (a, b) => byDate(whole(a).account.lastSpokeOn, whole(b).account.lastSpokeOn),
    },
    { reason: "lot", compare: (a, b) => byText(lot(a.organisationId), lot(b.organisationId)) },
    ...perHead,
  ];
}

/** Which of two comes first, and what decided it. */
export function decide(criteria: readonly Criterion[], a: Contender, b: Contender) {
  for (const criterion of criteria) {
    const order = criterion.compare(a, b);
    if (order !== 0) return { order, reason: criterion.reason };
  }
  return { order: 0, reason: "lot" as const };
}

/** Earlier first, and never before ever. */
function byDate(a: IsoDate | null, b: IsoDate | null): number {
  return byText(a ?? "", b ?? "");
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same for ever for one seed, date and id, and different from date to date. */
function drawLot(seed: string, heldOn: IsoDate, id: string): string {
  return createHash("sha256").update(`${seed} ${heldOn} ${id}`).digest("hex");
}

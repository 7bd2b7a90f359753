import type { IsoDate } from "~/platform/time.ts";
import { weeksBetween } from "./dates.ts";
import { rounded } from "./fraction.ts";
import type { Account } from "./ledger.ts";

/** What decided between the chosen one and the next in line. */
export type Reason =
  | "highest-share"
  | "longest-ago"
  | "joined-first"
  | "lot"
  | "only-one"
  | "other-organisation"
  | "organisation-share"
  | "organisation-longest-ago"
  | "volunteered";

/** The rule that gave way: to find anybody, or because the one chosen is overdue in spite of having declined. */
export type Relaxed = "gap" | "cooldown" | "overdue" | null;

/** Why this member, in figures as they stood; kept with the turn and never recomputed. */
export interface Explanation {
  reason: Reason;
  relaxed: Relaxed;
  /** Talks earned so far, to two decimals. */
  share: number;
  /** Talks given before this turn, planned ones included. */
  given: number;
  /** Talks agreed for later turns. */
  ahead: number;
  lastSpokeOn: IsoDate | null;
  present: number;
  candidates: number;
  /** The figures of the whole organisation, where organisations take turns. */
  organisation: { share: number; given: number } | null;
}

export function explain(facts: {
  reason: Reason;
  relaxed: Relaxed;
  account: Account;
  ahead: number;
  present: number;
  candidates: number;
  organisation: Account | null;
}): Explanation {
  const { reason, relaxed, account, ahead, present, candidates, organisation } = facts;
  return {
    reason,
    relaxed,
    share: rounded(account.earned),
    given: account.given,
    ahead,
    lastSpokeOn: account.lastSpokeOn,
    present,
    candidates,
    organisation: organisation && { share: rounded(organisation.earned), given: organisation.given },
  };
}

/** One sentence of the explanation: a key under `lectures.why` and its values. */
export interface Sentence {
  key: string;
  values: Record<string, string | number>;
}

/** "share 1.42, given 1, last spoke 14 weeks ago", and what decided. Numbers still have to be formatted. */
export function sentencesOf(why: Explanation, heldOn: IsoDate): Sentence[] {
  const reason: Sentence = { key: `reason.${why.reason}`, values: { count: why.candidates } };
  if (why.reason === "volunteered") return [reason];
  const sentences: Sentence[] = [{ key: "figures", values: { share: why.share, given: why.given } }];
  if (why.ahead > 0) sentences.push({ key: "ahead", values: { count: why.ahead } });
  sentences.push(
    why.lastSpokeOn === null
      ? { key: "neverSpoke", values: {} }
      : { key: "lastSpoke", values: { count: weeksBetween(why.lastSpokeOn, heldOn) } },
  );
  if (why.organisation) sentences.push({ key: "organisation", values: why.organisation });
  sentences.push(reason);
  if (why.relaxed) sentences.push({ key: `relaxed.${why.relaxed}`, values: {} });
  return sentences;
}

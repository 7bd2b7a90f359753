import type { IsoInstant } from "~/platform/time.ts";

/** In one time slot. */
export const mostWishes = 8;

/** What can be wished for. */
export interface WishSession {
  id: string;
  title: string;
  /** When its time slot begins. */
  slot: IsoInstant;
  /** The person gives it, has a seat in it already, or has something else then. */
  taken: "gives" | "has" | "busy" | null;
}

/** One person's wishes: ranks from 1 within each time slot. */
export interface WishList {
  ranks: Record<string, number>;
  vetoes: string[];
  /** Time slots in which they would rather be free than in something they did not wish for. */
  free: IsoInstant[];
}

export interface TypedWishes {
  ranks: Record<string, string>;
  vetoes: string[];
  free: string[];
}

export type ProblemKey = "number" | "twice" | "gap" | "gives" | "has" | "busy" | "both" | "gone";

/** What is wrong, at the field it is about. */
export interface WishProblem {
  field: string;
  key: ProblemKey;
  values: Record<string, string | number>;
}

export type Judged = { ok: true; list: WishList } | { ok: false; problems: WishProblem[] };

/** Whether what somebody typed can be kept as their wishes; every problem is found at once. */
export function judgeWishes(typed: TypedWishes, offered: WishSession[]): Judged {
  const known = new Map(offered.map((session) => [session.id, session]));
  const problems: WishProblem[] = [];
  const problem = (field: string, key: ProblemKey, values: WishProblem["values"] = {}) =>
    problems.push({ field, key, values });
  const ranks: Record<string, number> = {};
  const unknown = [...Object.keys(typed.ranks), ...typed.vetoes].filter((id) => !known.has(id));
  if (unknown.length > 0) problem("", "gone");
  for (const [id, text] of Object.entries(typed.ranks)) {
    const session = known.get(id);
    if (!session) continue;
    const field = `rank.${id}`;
    const rank = rankOf(text);
    if (rank === null) problem(field, "number", { most: mostWishes });
    else if (session.taken) problem(field, session.taken);
    else if (typed.vetoes.includes(id)) problem(field, "both");
    else ranks[id] = rank;
  }
  for (const [slot, wished] of bySlot(ranks, known)) {
    const first = new Map<number, string>();
    for (const id of wished) {
      const rank = ranks[id]!;
      const other = first.get(rank);
      if (other) problem(`rank.${id}`, "twice", { rank, title: known.get(other)!.title });
      else first.set(rank, id);
    }
    const highest = Math.max(0, ...first.keys());
    const missing = Array.from({ length: highest }, (_, i) => i + 1).find((rank) => !first.has(rank));
    const above = wished.find((id) => missing !== undefined && ranks[id]! > missing);
    const alreadySaid = problems.some(
      ({ field }) => field !== "" && known.get(field.slice(5))?.slot === slot,
    );
    if (missing !== undefined && above && !alreadySaid) problem(`rank.${above}`, "gap", { missing });
  }
  if (problems.length > 0) return { ok: false, problems };
  const slots = new Set(offered.map((session) => session.slot));
  return {
    ok: true,
    list: ordered({ ranks, vetoes: typed.vetoes, free: typed.free.filter((one) => slots.has(one)) }),
  };
}

/** The whole number that was typed, from 1 to 8; null for anything else. */
function rankOf(text: string): number | null {
  if (!/^\d{1,2}$/.test(text.trim())) return null;
  const rank = Number(text);
  return rank >= 1 && rank <= mostWishes ? rank : null;
}

function bySlot(ranks: Record<string, number>, known: Map<string, WishSession>): Map<string, string[]> {
  const slots = new Map<string, string[]>();
  for (const session of known.values()) {
    if (session.id in ranks) slots.set(session.slot, [...(slots.get(session.slot) ?? []), session.id]);
  }
  return slots;
}

export interface Settled {
  list: WishList;
  /** Wishes that count no longer: called off, gone from the programme, or something the person gives now. */
  dropped: string[];
  /** Time slots whose numbers closed up, or into which a wish was moved. */
  shifted: IsoInstant[];
}

/**
 * The wishes as they count in the programme of today: what is called off drops out, what was moved is wished for in
 * its new time slot, and the numbers of each slot close up in the same order.
 */
export function settle(list: WishList, offered: WishSession[]): Settled {
  const open = new Map(offered.filter(({ taken }) => !taken).map((session) => [session.id, session]));
  const dropped = [...Object.keys(list.ranks), ...list.vetoes].filter((id) => !open.has(id)).sort();
  const ranks: Record<string, number> = {};
  const shifted: IsoInstant[] = [];
  for (const [slot, wished] of bySlot(list.ranks, open)) {
    const inOrder = wished.toSorted((a, b) => list.ranks[a]! - list.ranks[b]! || (a < b ? -1 : 1));
    const kept = inOrder.slice(0, mostWishes);
    for (const [index, id] of kept.entries()) ranks[id] = index + 1;
    if (inOrder.some((id) => ranks[id] !== list.ranks[id])) shifted.push(slot);
  }
  const slots = new Set(offered.map((session) => session.slot));
  return {
    list: ordered({
      ranks,
      vetoes: list.vetoes.filter((id) => open.has(id)),
      free: list.free.filter((slot) => slots.has(slot)),
    }),
    dropped,
    shifted: shifted.sort(),
  };
}

/** The same list always looks the same, so that two can be compared. */
function ordered({ ranks, vetoes, free }: WishList): WishList {
  return {
    ranks: Object.fromEntries(Object.entries(ranks).sort(([a], [b]) => (a < b ? -1 : 1))),
    vetoes: [...new Set(vetoes)].sort(),
    free: [...new Set(free)].sort(),
  };
}

export const isEmpty = ({ ranks, vetoes, free }: WishList) =>
  Object.keys(ranks).length + vetoes.length + free.length === 0;

import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { turnHistory } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { isPresent } from "../presence.ts";
import { loadRoster, type Roster, type Turn } from "../roster.server.ts";
import { isUpcoming, type Series } from "../series.ts";
import { holdersOf } from "./holders.ts";
import { nextSteps, type Step } from "./next-step.ts";
import { takeStep, withdrawOffer } from "./steps.server.ts";

interface Deps {
  now: Instant;
  ids: Ids;
}

/**
 * Does what is due for every turn of a series that is still to come: asks, reminds, lets offers lapse, calls on all,
 * asks stand-ins and the organisers. Within the caller's lock on the roster. Running it again does nothing.
 */
export async function escalate(tx: Database, series: Series, deps: Deps): Promise<void> {
  let roster = await loadRoster(tx, series);
  for (let next = firstVoid(roster); next; next = firstVoid(roster)) {
    await withdrawOffer(tx, next.turn, next.offer, deps);
    roster = await loadRoster(tx, series);
  }
  // Each step may change whom the next can ask.
  for (let next = await firstStep(tx, roster, deps.now); next; ) {
    await takeStep(tx, roster, next.turn, next.step, deps);
    roster = await loadRoster(tx, series);
    next = await firstStep(tx, roster, deps.now);
  }
}

/** An open offer to somebody who has left, was paused or is away that day. */
function firstVoid({ turns, members }: Roster) {
  for (const turn of turns) {
    const offer = turn.offers.find(({ status, memberId }) => {
      const member = members.find(({ id }) => id === memberId);
      return status === "open" && !(member && isPresent(member, turn.heldOn));
    });
    if (offer) return { turn, offer };
  }
  return null;
}

async function firstStep(
  tx: Database,
  roster: Roster,
  now: Instant,
): Promise<{ turn: Turn; step: Step } | null> {
  const coming = roster.turns.filter(({ status }) => isUpcoming(status));
  const nudged = await nudgesOf(tx, coming);
  for (const turn of coming) {
    const facts = { ...turn, nudged: nudged.get(turn.id) ?? [] };
    const mayAsk = countAskable(roster, turn);
    const [step] = nextSteps(facts, { timeZone: roster.series.timeZone, now, mayAsk });
    if (step) return { turn, step };
  }
  return null;
}

/** Members present that day who have not refused this turn and are not being asked for it or another one. */
function countAskable({ members, turns }: Roster, turn: Turn): number {
  const holders = holdersOf({ turns });
  return members.filter(
    (member) =>
      isPresent(member, turn.heldOn) && !turn.declinedBy.includes(member.id) && !holders.has(member.id),
  ).length;
}

/** How many days before its speakers of now have been reminded of each turn. */
async function nudgesOf(tx: Database, turns: readonly Turn[]): Promise<Map<string, number[]>> {
  const confirmed = turns.filter(({ status }) => status === "confirmed");
  const nudges = new Map<string, number[]>(confirmed.map(({ id }) => [id, []]));
  if (confirmed.length === 0) return nudges;
  const rows = await tx
    .select({
      turnId: turnHistory.turnId,
      memberId: turnHistory.memberId,
      days: sql<number>`(${turnHistory.facts}->>'days')::int`,
    })
    .from(turnHistory)
    .where(
      and(
        inArray(
          turnHistory.turnId,
          confirmed.map(({ id }) => id),
        ),
        eq(turnHistory.kind, "reminded"),
        sql`${turnHistory.facts} ? 'days'`,
      ),
    );
  for (const { turnId, memberId, days } of rows) {
    const isTheirs = confirmed.some((turn) => turn.id === turnId && turn.memberId === memberId);
    if (isTheirs) nudges.get(turnId)?.push(days);
  }
  return nudges;
}

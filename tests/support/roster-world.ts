import type { Rules } from "~/lectures/choose.ts";
import { earningsOf, type HeldTurn, type RosterMode, sharesOf } from "~/lectures/ledger.ts";
import { decideOffers } from "~/lectures/offer.ts";
import { type PlannedTurn, planTurns, type RosterFacts } from "~/lectures/plan.ts";
import { presentAt, type RosterMember } from "~/lectures/presence.ts";
import { type IsoDate, Temporal } from "~/platform/time.ts";

/** What one simulated member does: weeks are counted from 0, `away` holds the weeks they cannot come. */
export interface Life {
  organisation: string;
  joins: number;
  leaves?: number;
  away?: readonly number[];
  paused?: boolean;
}

export interface World {
  lives: readonly Life[];
  weeks: number;
  mode?: RosterMode;
  /** Given, each turn is filled on its day by these rules alone, without offers ahead. */
  rules?: Rules;
  /** Whether the member offered turn `week` says no. */
  declines?: (memberId: string, week: number) => boolean;
}

export interface Held extends HeldTurn {
  memberId: string;
}

export function dayOf(week: number): IsoDate {
  return Temporal.PlainDate.from("2025-01-07").add({ weeks: week }).toString();
}

export function membersOf(lives: readonly Life[]): RosterMember[] {
  return lives.map((life, index) => ({
    id: `m${index}`,
    organisationId: life.organisation,
    joinedOn: dayOf(life.joins),
    leftOn: life.leaves === undefined ? null : dayOf(life.leaves),
    paused: life.paused ?? false,
    absences: (life.away ?? []).map((week) => ({ startsOn: dayOf(week), endsOn: dayOf(week) })),
  }));
}

/** Runs a roster week by week as the product does: eight weeks planned, offers four weeks ahead, one turn held. */
export function runWorld(world: World, watch: (turns: readonly PlannedTurn[]) => void = () => {}): Held[] {
  const { lives, weeks, mode = "per-head", declines = () => false } = world;
  const facts: RosterFacts = { mode, seed: "fixed", members: membersOf(lives), turns: [] };
  let turns: PlannedTurn[] = [];
  for (let week = 0; week < weeks; week++) {
    while (turns.length < week + 8) turns.push(emptyTurn(turns.length));
    if (!world.rules) turns = offerAndAnswer({ ...facts, turns }, week, declines, watch);
    turns = turns.map((turn, at) => (at === week ? hold({ ...facts, turns }, turn, world.rules) : turn));
    watch(turns);
  }
  return turns.flatMap(({ heldOn, memberId, status, present }) =>
    status === "held" && memberId ? [{ heldOn, memberId, present: present ?? [] }] : [],
  );
}

function emptyTurn(week: number): PlannedTurn {
  return {
    id: `t${week}`,
    heldOn: dayOf(week),
    status: "open",
    memberId: null,
    present: null,
    declinedBy: [],
  };
}

function offerAndAnswer(
  facts: RosterFacts,
  week: number,
  declines: (memberId: string, week: number) => boolean,
  watch: (turns: readonly PlannedTurn[]) => void,
): PlannedTurn[] {
  let turns = [...facts.turns];
  for (let round = 0; round < facts.members.length; round++) {
    const due = decideOffers({ ...facts, turns }, (turn) => turn.heldOn <= dayOf(week + 4));
    if (due.length === 0) break;
    for (const { turnId, choice } of due)
      turns = change(turns, turnId, { status: "offered", memberId: choice.memberId });
    watch(turns);
    for (const { turnId, choice } of due) {
      const turn = turns.find(({ id }) => id === turnId)!;
      const refuses = declines(choice.memberId, Number(turnId.slice(1)));
      turns = change(
        turns,
        turnId,
        refuses
          ? { status: "open", memberId: null, declinedBy: [...turn.declinedBy, choice.memberId] }
          : { status: "confirmed" },
      );
    }
  }
  return turns;
}

function change(turns: readonly PlannedTurn[], id: string, changes: Partial<PlannedTurn>): PlannedTurn[] {
  return turns.map((turn) => (turn.id === id ? { ...turn, ...changes } : turn));
}

function hold(facts: RosterFacts, turn: PlannedTurn, rules?: Rules): PlannedTurn {
  const memberId = turn.memberId ?? planTurns(facts, null, rules).get(turn.id)?.memberId ?? null;
  if (!memberId) return { ...turn, status: "cancelled" };
  const shares = sharesOf(presentAt(facts.members, turn.heldOn, memberId), facts.mode, memberId);
  return { ...turn, status: "held", memberId, present: earningsOf(shares) };
}

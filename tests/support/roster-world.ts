import type { Rules } from "~/lectures/choose.ts";
import { earningsOf, type HeldTurn, type RosterMode, sharesOf } from "~/lectures/ledger.ts";
import { decideOffers } from "~/lectures/offer.ts";
import { type PlannedTurn, planTurns, type RosterFacts } from "~/lectures/plan.ts";
import { isPresent, presentAt, type RosterMember } from "~/lectures/presence.ts";
import { type IsoDate, Temporal } from "~/platform/time.ts";

/** What one simulated member does: weeks are counted from 0, `away` holds the weeks they cannot come. */
export interface Life {
  organisation: string;
  joins: number;
  leaves?: number;
  away?: readonly number[];
  paused?: boolean;
  /** The first week a pause no longer holds. */
  pausedUntil?: number;
  weekdays?: readonly number[];
  /** The first week they want to speak. */
  notBefore?: number;
}

/** Who is to be asked for each open turn that is due. */
export type Ask = (
  facts: RosterFacts,
  isDue: (turn: PlannedTurn) => boolean,
) => readonly { turnId: string; memberId: string }[];

export interface World {
  lives: readonly Life[];
  weeks: number;
  mode?: RosterMode;
  /** Given, each turn is filled on its day by these rules alone, without offers ahead. */
  rules?: Rules;
  /** Whether the member offered turn `week` says no. */
  declines?: (memberId: string, week: number) => boolean;
  /** Without, the product's own. */
  ask?: Ask;
  /** Nobody knows of joining or leaving before the week in which it happens. */
  surprises?: boolean;
  /** Weeks called off, weeks for a guest, and weeks at which who had agreed does not come. */
  cancelled?: readonly number[];
  guests?: readonly number[];
  noShows?: readonly number[];
  /** Two weeks whose speakers change places in week `on`, where both have agreed and can. */
  swaps?: readonly { on: number; weeks: readonly [number, number] }[];
}

export interface Held extends HeldTurn {
  memberId: string;
}

const offeredAhead = 4;
const first = Temporal.PlainDate.from("2025-01-07");
const days: IsoDate[] = [];

export function dayOf(week: number): IsoDate {
  for (let next = days.length; next <= week; next++) days.push(first.add({ weeks: next }).toString());
  return days[week]!;
}

export function membersOf(lives: readonly Life[]): RosterMember[] {
  return lives.map((life, index) => ({
    id: `m${index}`,
    organisationId: life.organisation,
    joinedOn: dayOf(life.joins),
    leftOn: life.leaves === undefined ? null : dayOf(life.leaves),
    paused: life.paused ?? life.pausedUntil !== undefined,
    pausedUntil: life.pausedUntil === undefined ? null : dayOf(life.pausedUntil),
    notBefore: life.notBefore === undefined ? null : dayOf(life.notBefore),
    ...(life.weekdays ? { weekdays: life.weekdays } : {}),
    absences: (life.away ?? []).map((week) => ({ startsOn: dayOf(week), endsOn: dayOf(week) })),
  }));
}

/** Looks at the turns whenever something has been decided, and at the members as the roster knew them. */
export type Watch = (turns: readonly PlannedTurn[], members: readonly RosterMember[]) => void;

/** Runs a roster week by week as the product does: eight weeks planned, offers four weeks ahead, one turn held. */
export function runWorld(world: World, watch: Watch = () => {}): Held[] {
  return turnsOf(world, watch).flatMap(({ heldOn, memberId, status, present }) =>
    status === "held" && memberId ? [{ heldOn, memberId, present: present ?? [] }] : [],
  );
}

/** The same, with every turn as it ended: those still to come, of guests, called off and not held as well. */
export function turnsOf(world: World, watch: Watch = () => {}): PlannedTurn[] {
  const everybody = membersOf(world.lives);
  let turns: PlannedTurn[] = [];
  for (let week = 0; week < world.weeks; week++) {
    const members = world.surprises ? knownOn(dayOf(week), everybody) : everybody;
    const facts = (): RosterFacts => ({ mode: world.mode ?? "per-head", seed: "fixed", members, turns });
    while (turns.length < week + 8) turns.push(newTurn(world, turns.length));
    if (world.surprises) turns = turns.map((turn) => freeOfThoseWhoLeft(turn, members));
    if (!world.rules) turns = offerAndAnswer(world, facts(), week, watch);
    for (const { on, weeks } of world.swaps ?? []) if (on === week) turns = swap(facts(), week, weeks);
    turns = turns.map((turn, at) => (at === week ? hold(world, facts(), turn, week) : turn));
    watch(turns, members);
  }
  return turns;
}

function knownOn(day: IsoDate, members: readonly RosterMember[]): RosterMember[] {
  return members
    .filter(({ joinedOn }) => joinedOn <= day)
    .map((one) => (one.leftOn !== null && one.leftOn > day ? { ...one, leftOn: null } : one));
}

function freeOfThoseWhoLeft(turn: PlannedTurn, members: readonly RosterMember[]): PlannedTurn {
  if (turn.status !== "confirmed" || turn.memberId === null) return turn;
  const hasLeft = members.some(({ id, leftOn }) => id === turn.memberId && leftOn !== null);
  return hasLeft ? { ...turn, status: "open", memberId: null } : turn;
}

function newTurn({ cancelled = [], guests = [] }: World, week: number): PlannedTurn {
  const status = cancelled.includes(week) ? "cancelled" : guests.includes(week) ? "confirmed" : "open";
  return { id: `t${week}`, heldOn: dayOf(week), status, memberId: null, present: null, declinedBy: [] };
}

const productAsks: Ask = (facts, isDue) =>
  decideOffers(facts, isDue).map(({ turnId, choice }) => ({ turnId, memberId: choice.memberId }));

function offerAndAnswer(
  { ask = productAsks, declines = () => false }: World,
  facts: RosterFacts,
  week: number,
  watch: Watch,
): PlannedTurn[] {
  let turns = [...facts.turns];
  const isDue = ({ heldOn }: PlannedTurn) => dayOf(week) <= heldOn && heldOn <= dayOf(week + offeredAhead);
  for (let round = 0; round < facts.members.length; round++) {
    const due = ask({ ...facts, turns }, isDue);
    if (due.length === 0) break;
    for (const { turnId, memberId } of due)
      turns = change(turns, turnId, () => ({ status: "offered", memberId }));
    watch(turns, facts.members);
    for (const { turnId, memberId } of due)
      turns = change(turns, turnId, ({ declinedBy }) =>
        declines(memberId, Number(turnId.slice(1)))
          ? { status: "open", memberId: null, declinedBy: [...declinedBy, memberId] }
          : { status: "confirmed" },
      );
  }
  return turns;
}

function change(
  turns: readonly PlannedTurn[],
  id: string,
  changesOf: (turn: PlannedTurn) => Partial<PlannedTurn>,
): PlannedTurn[] {
  return turns.map((turn) => (turn.id === id ? { ...turn, ...changesOf(turn) } : turn));
}

function swap({ turns, members }: RosterFacts, week: number, weeks: readonly [number, number]) {
  const [a, b] = weeks.map((at) => turns[at]);
  const agreed = (turn?: PlannedTurn) => turn?.status === "confirmed" && turn.heldOn >= dayOf(week);
  const can = (memberId: string | null, turn: PlannedTurn) =>
    members.some((member) => member.id === memberId && isPresent(member, turn.heldOn));
  if (!a || !b || !agreed(a) || !agreed(b) || !can(a.memberId, b) || !can(b.memberId, a)) return [...turns];
  const swapped = change(turns, a.id, () => ({ memberId: b.memberId }));
  return change(swapped, b.id, () => ({ memberId: a.memberId }));
}

function hold(world: World, facts: RosterFacts, turn: PlannedTurn, week: number): PlannedTurn {
  if (turn.status === "cancelled") return turn;
  const isGuest = turn.status === "confirmed" && turn.memberId === null;
  const lastMinute = () => planTurns(facts, null, world.rules).get(turn.id)?.memberId ?? null;
  const memberId = isGuest ? null : (turn.memberId ?? lastMinute());
  if (!memberId && !isGuest) return { ...turn, status: "cancelled" };
  const shares = sharesOf(presentAt(facts.members, turn.heldOn, memberId), facts.mode, memberId);
  const status = world.noShows?.includes(week) ? "no-show" : "held";
  return { ...turn, status, memberId, present: earningsOf(shares) };
}

import type { Ask } from "#tests/support/roster-world.ts";
import type { PlannedTurn, RosterFacts } from "~/lectures/plan.ts";
import { isPresent, type RosterMember } from "~/lectures/presence.ts";
import { Temporal } from "~/platform/time.ts";
import { chancesOf } from "./world.ts";

/** The first in line for a turn, of those who are there, have not declined it and hold no open offer. */
type Order = (facts: RosterFacts, turn: PlannedTurn) => (a: RosterMember, b: RosterMember) => number;

/** A policy that asks for one turn after the other, in order of date, under the same terms as the product. */
function asking(order: Order): Ask {
  return (facts, isDue) => {
    const offers: { turnId: string; memberId: string }[] = [];
    let { turns } = facts;
    for (const turn of turns.filter((one) => one.status === "open" && isDue(one))) {
      const holders = turns.flatMap(({ status, memberId }) => (status === "offered" ? [memberId] : []));
      const free = facts.members.filter(
        (member) =>
          isPresent(member, turn.heldOn) &&
          !turn.declinedBy.includes(member.id) &&
          !holders.includes(member.id),
      );
      const [next] = free.sort(order({ ...facts, turns }, turn));
      if (!next) continue;
      offers.push({ turnId: turn.id, memberId: next.id });
      turns = turns.map((one) =>
        one.id === turn.id ? { ...one, status: "offered", memberId: next.id } : one,
      );
    }
    return offers;
  };
}

/** A fixed list that newcomers join at its end; who is away when it reaches them is passed over. */
export const roundRobin = asking(({ members, turns }, turn) => {
  const last = turns.findLast(({ memberId, heldOn }) => memberId !== null && heldOn < turn.heldOn);
  const placeOf = new Map(members.map(({ id }, place) => [id, place]));
  const reached = last?.memberId ? placeOf.get(last.memberId)! : -1;
  const steps = ({ id }: RosterMember) => (placeOf.get(id)! - reached - 1 + members.length) % members.length;
  return (a, b) => steps(a) - steps(b);
});

export const random = (seed: number): Ask =>
  asking(({ members }, turn) => {
    const chance = chancesOf(seed * 1000 + Number(turn.id.slice(1)));
    const lots = new Map(members.map(({ id }) => [id, chance()]));
    return (a, b) => lots.get(a.id)! - lots.get(b.id)!;
  });

/** Who has not spoken for longest, talks agreed counted in; never is longer ago than ever, then who joined first. */
export const leastRecent = asking(({ turns }) => {
  const last = lastTalks(turns);
  return (a, b) => byText(last.get(a.id), last.get(b.id)) || byText(a.joinedOn, b.joinedOn);
});

/**
 * Cal.com's weighting (packages/features/bookings/lib/getLuckyUser.ts), equal weights, no monthly reset: the fewest
 * talks, where a newcomer is credited with the others' average of before, and an absence with the talks that the
 * others were booked for during it, divided by them; then the least recently booked. A booking counts on the day it
 * was made, four weeks before.
 */
export const calCom = asking(({ members, turns }) => {
  const hosts = members.filter(({ leftOn }) => leftOn === null);
  const others = Math.max(1, hosts.length - 1);
  const ids = new Set(hosts.map(({ id }) => id));
  const bookings = turns
    .filter(({ memberId }) => memberId !== null && ids.has(memberId))
    .map(({ memberId, heldOn }) => ({ memberId, madeOn: fourWeeksBefore(heldOn) }));
  const credit = (host: RosterMember) => {
    const theirs = bookings.filter(({ memberId }) => memberId !== host.id);
    const away = daysAway(host);
    const missed = theirs.filter(({ madeOn }) => madeOn < host.joinedOn || away.has(madeOn));
    return bookings.length - theirs.length + missed.length / others;
  };
  const credits = new Map(hosts.map((host) => [host.id, credit(host)]));
  const last = lastTalks(turns);
  return (a, b) => credits.get(a.id)! - credits.get(b.id)! || byText(last.get(a.id), last.get(b.id));
});

function lastTalks(turns: readonly PlannedTurn[]): Map<string, string> {
  return new Map(turns.flatMap(({ memberId, heldOn }) => (memberId ? [[memberId, heldOn]] : [])));
}

function byText(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const away = new WeakMap<RosterMember["absences"], ReadonlySet<string>>();

function daysAway({ absences }: RosterMember): ReadonlySet<string> {
  const known = away.get(absences) ?? new Set(absences.map(({ startsOn }) => startsOn));
  away.set(absences, known);
  return known;
}

const made = new Map<string, string>();

function fourWeeksBefore(day: string): string {
  const known = made.get(day) ?? Temporal.PlainDate.from(day).subtract({ weeks: 4 }).toString();
  made.set(day, known);
  return known;
}

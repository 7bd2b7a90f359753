import { comingDates, isOfferDue, type Rhythm, startOf } from "~/lectures/dates.ts";
import type { Explanation } from "~/lectures/explain.ts";
import { type Earning, earningsOf, sharesOf } from "~/lectures/ledger.ts";
import { type PlannedTurn, planTurns, type RosterFacts } from "~/lectures/plan.ts";
import { presentAt } from "~/lectures/presence.ts";
import { dateIn, type IsoDate, type IsoInstant, isBefore, plus, Temporal } from "~/platform/time.ts";
import { declineContent, noShowWeek } from "./content/roster.ts";

export interface LivedOffer {
  memberId: string;
  status: "open" | "accepted" | "declined";
  reason: string;
  offeredAt: IsoInstant;
  answeredAt: IsoInstant | null;
  explanation: Explanation;
}

export interface LivedTurn {
  id: string;
  heldOn: IsoDate;
  status: PlannedTurn["status"];
  memberId: string | null;
  present: Earning[] | null;
  explanation: Explanation | null;
  offers: LivedOffer[];
}

export interface Year {
  roster: Omit<RosterFacts, "turns">;
  rhythm: Rhythm;
  now: Temporal.Instant;
  nextId: () => string;
}

/**
 * A year of lectures as the roster would have planned it: each turn offered four weeks ahead to the one the ledger
 * names, to the next where somebody declines, and held. The last one that is due has an offer that is still open.
 */
export function liveThrough(year: Year): LivedTurn[] {
  const dates = [...pastDates(year), ...comingDates(year.rhythm, year.now)];
  const due = dates.filter((date) => isOfferDue(year.rhythm, date, year.now));
  const turns: LivedTurn[] = [];
  for (const [week, heldOn] of due.entries()) {
    const isLast = week === due.length - 1;
    const offers = isLast
      ? [ask(year, turns, heldOn, [], halfway(dueSince(year, heldOn), year.now))]
      : askAndAgree(year, turns, heldOn, declineContent[week] ?? []);
    turns.push(turnOf(year, heldOn, offers, week === noShowWeek));
  }
  const open = dates.slice(due.length).map((heldOn) => turnOf(year, heldOn, [], false));
  return pencilIn(year, [...turns, ...open]);
}

function pastDates({ rhythm, now }: Year): IsoDate[] {
  const dates: IsoDate[] = [];
  for (
    let date = Temporal.PlainDate.from(rhythm.startsOn);
    !isBefore(now, startOf(rhythm, date.toString()));
    date = date.add({ weeks: 1 })
  ) {
    const day = date.toString();
    if (!rhythm.pauses.some((pause) => pause.startsOn <= day && day <= pause.endsOn)) dates.push(day);
  }
  return dates;
}

function turnOf(year: Year, heldOn: IsoDate, offers: LivedOffer[], noShow: boolean): LivedTurn {
  const last = offers.at(-1);
  const memberId = last?.memberId ?? null;
  const past = !isBefore(year.now, startOf(year.rhythm, heldOn));
  const agreed = past ? (noShow ? "no-show" : "held") : "confirmed";
  const status = last === undefined ? "open" : last.status === "open" ? "offered" : agreed;
  const { members, mode } = year.roster;
  return {
    id: year.nextId(),
    heldOn,
    status,
    memberId,
    present: past ? earningsOf(sharesOf(presentAt(members, heldOn, memberId), mode, memberId)) : null,
    explanation: last?.explanation ?? null,
    offers,
  };
}

/** A speaker for every open turn, as the ledger would have it today. */
function pencilIn({ roster }: Year, turns: LivedTurn[]): LivedTurn[] {
  const choices = planTurns({ ...roster, turns: turns.map(asKnown) });
  return turns.map((turn) => ({ ...turn, ...choices.get(turn.id) }));
}

/** How often in a row a member has said no up to now. */
export function declinesInARow(turns: LivedTurn[], memberId: string): number {
  const answers = turns
    .flatMap((turn) => turn.offers)
    .filter((offer) => offer.memberId === memberId && offer.answeredAt !== null)
    .sort((a, b) => (a.answeredAt! < b.answeredAt! ? -1 : 1));
  return answers.length - 1 - answers.findLastIndex((offer) => offer.status === "accepted");
}

/** Asked at nine in the morning four weeks before; a no comes within a day, a yes a day and a half later. */
function askAndAgree(year: Year, before: LivedTurn[], heldOn: IsoDate, reasons: string[]): LivedOffer[] {
  const offers: LivedOffer[] = [];
  let offeredAt = plus(dueSince(year, heldOn), { hours: 9 });
  for (const reason of reasons) {
    const answeredAt = plus(offeredAt, { hours: 22, minutes: 40 });
    offers.push({ ...ask(year, before, heldOn, offers, offeredAt), status: "declined", reason, answeredAt });
    offeredAt = answeredAt;
  }
  const answeredAt = plus(offeredAt, { hours: 37, minutes: 15 });
  return [...offers, { ...ask(year, before, heldOn, offers, offeredAt), status: "accepted", answeredAt }];
}

/** To whom the ledger gives a turn, of those who were on the roster by then or began it. */
function ask(
  { roster, rhythm }: Year,
  before: LivedTurn[],
  heldOn: IsoDate,
  declined: LivedOffer[],
  offeredAt: IsoInstant,
): LivedOffer {
  const turn: PlannedTurn = {
    id: heldOn,
    heldOn,
    status: "open",
    memberId: null,
    present: null,
    declinedBy: declined.map((offer) => offer.memberId),
  };
  const turns = [...before.map((one) => asKnownAt(one, rhythm, offeredAt)), turn];
  const known = latest(rhythm.startsOn, dateIn(Temporal.Instant.from(offeredAt), rhythm.timeZone));
  const members = roster.members.filter((member) => member.joinedOn <= known);
  const choice = planTurns({ ...roster, members, turns }, { turnId: heldOn, holders: new Set() }).get(heldOn);
  if (!choice) throw new Error(`nobody can speak on ${heldOn}`);
  return { ...choice, status: "open", reason: "", offeredAt, answeredAt: null };
}

/** A turn of which the lecture was still to come is confirmed, whatever became of it. */
function asKnownAt(turn: LivedTurn, rhythm: Rhythm, at: IsoInstant): PlannedTurn {
  const toCome = isBefore(at, startOf(rhythm, turn.heldOn));
  return { ...asKnown(turn), ...(toCome ? { status: "confirmed", present: null } : {}) };
}

function asKnown(turn: LivedTurn): PlannedTurn {
  const declined = turn.offers.filter((offer) => offer.status === "declined");
  return { ...turn, declinedBy: declined.map((offer) => offer.memberId) };
}

/** The midnight four weeks before a lecture. */
function dueSince({ rhythm }: Year, heldOn: IsoDate): IsoInstant {
  const day = Temporal.PlainDate.from(heldOn).subtract({ weeks: 4 });
  return day.toZonedDateTime(rhythm.timeZone).toInstant().toString();
}

const latest = (a: IsoDate, b: IsoDate) => (a > b ? a : b);

function halfway(from: IsoInstant, to: Temporal.Instant): IsoInstant {
  const seconds = Temporal.Instant.from(from).until(to).total("seconds");
  return plus(from, { seconds: Math.floor(seconds / 2) });
}

import { type Instant, type IsoDate, isBefore, Temporal } from "~/platform/time.ts";
import { covers, type Stretch } from "../presence.ts";
import { isUpcoming } from "../series.ts";
import type { Holiday, HolidayWindow } from "./holiday.ts";

/** A lecture that a holiday would call off. */
export interface HitLecture {
  date: IsoDate;
  /** Who is asked or has agreed; null for nobody yet. */
  name: string | null;
  hasAgreed: boolean;
}

export interface HolidayLine extends Holiday {
  /** Whether a holiday that is noted already covers it. */
  isNoted: boolean;
  hits: HitLecture[];
  /** Weeks of the rhythm in it that nobody has planned yet. */
  unplanned: IsoDate[];
  /** Whether it is ticked at first: it matters to the series and takes nothing from anybody who has agreed. */
  isTicked: boolean;
}

export interface KnownTurn {
  heldOn: IsoDate;
  status: string;
  startsAt: string;
  memberId: string | null;
  guest: { is: string; name?: string } | null;
}

export interface HolidayGround {
  series: { weekday: number; startsOn: IsoDate; pauses: readonly Stretch[] };
  members: readonly { id: string; name: string }[];
  turns: readonly KnownTurn[];
}

/** What each holiday would do to a series. */
export function holidayLines(
  ground: HolidayGround,
  holidays: readonly Holiday[],
  { now, window }: { now: Instant; window: HolidayWindow },
): HolidayLine[] {
  return holidays.map((holiday) => {
    const hits = ground.turns
      .filter((turn) => isHit(turn, holiday, now))
      .map((turn) => ({
        date: turn.heldOn,
        name: turn.status === "open" ? null : speakerOf(turn, ground),
        hasAgreed: turn.status === "confirmed",
      }));
    const unplanned = unplannedIn(holiday, ground, window);
    const isNoted = isNotedIn(ground.series.pauses, holiday);
    const matters = hits.length + unplanned.length > 0;
    const isTicked = !isNoted && matters && !hits.some(({ hasAgreed }) => hasAgreed);
    return { ...holiday, isNoted, hits, unplanned, isTicked };
  });
}

export function isNotedIn(pauses: readonly Stretch[], { startsOn, endsOn }: Stretch): boolean {
  return pauses.some((pause) => pause.startsOn <= startsOn && endsOn <= pause.endsOn);
}

/** Whether a holiday would call a turn off: one that is still to come. */
export function isHit(
  turn: Pick<KnownTurn, "heldOn" | "status" | "startsAt">,
  holiday: Stretch,
  now: Instant,
): boolean {
  return isUpcoming(turn.status) && covers(holiday, turn.heldOn) && isBefore(now, turn.startsAt);
}

function speakerOf({ memberId, guest }: KnownTurn, { members }: HolidayGround): string | null {
  return members.find(({ id }) => id === memberId)?.name ?? guest?.name ?? null;
}

function unplannedIn(
  { startsOn, endsOn }: Stretch,
  { series, turns }: HolidayGround,
  window: HolidayWindow,
): IsoDate[] {
  const from = [startsOn, window.from, series.startsOn].toSorted().at(-1)!;
  const to = endsOn < window.to ? endsOn : window.to;
  const first = Temporal.PlainDate.from(from);
  const dates: IsoDate[] = [];
  let date = first.add({ days: (series.weekday - first.dayOfWeek + 7) % 7 });
  for (; date.toString() <= to; date = date.add({ weeks: 1 })) dates.push(date.toString());
  const isPlanned = (day: IsoDate) => turns.some(({ heldOn }) => heldOn === day);
  return dates.filter((day) => !isPlanned(day) && !series.pauses.some((pause) => covers(pause, day)));
}

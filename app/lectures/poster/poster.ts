import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import { dateIn, type Instant, type IsoDate, type IsoInstant, localOf, Temporal } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";
import type { Series, SeriesHost } from "../series.ts";

export interface PosterLine {
  date: IsoDate;
  /** Empty while nobody has named one. */
  topic: string;
  speaker: string | null;
  organisation: string | null;
  /** Nobody in particular: whoever wants, on the spot. */
  isOpenFloor: boolean;
  startsAt: IsoInstant;
  /** Its own, where it differs from every other week's. */
  time: string | null;
  place: string | null;
}

/** All that a poster says, in no language yet. */
export interface Poster {
  name: string;
  slug: string;
  place: string;
  weekday: number;
  /** `10:30`, by the clock at that place. */
  localTime: string;
  timeZone: string;
  minutes: number;
  houseRules: string;
  hosts: SeriesHost[];
  lines: PosterLine[];
  /** The day its list of lectures is of. */
  asOf: IsoDate;
  subscribeUrl: string;
  joinUrl: string;
}

const linesShown = 4;

/** The poster of a series with the next lectures that take place. */
export function posterOf(
  series: Series,
  coming: readonly Lecture[],
  { publicUrl, now }: { publicUrl: string; now: Instant },
): Poster {
  const { name, slug, place, weekday, timeZone, durationMinutes, houseRules, hosts } = series;
  const localTime = series.localTime.slice(0, 5);
  const here = `${publicUrl}/lectures/${slug}`;
  return {
    name,
    slug,
    place,
    weekday,
    localTime,
    timeZone,
    minutes: durationMinutes,
    houseRules,
    hosts,
    lines: coming
      .filter(({ status }) => status !== "cancelled")
      .slice(0, linesShown)
      .map((lecture) => lineOf(lecture, { place, localTime })),
    asOf: dateIn(now, timeZone),
    subscribeUrl: `${here}#subscribe`,
    joinUrl: `${here}/join`,
  };
}

function lineOf(lecture: Lecture, usual: { place: string; localTime: string }): PosterLine {
  const time = localOf(lecture.startsAt, lecture.timeZone).slice(11);
  return {
    date: dateIn(Temporal.Instant.from(lecture.startsAt), lecture.timeZone),
    topic: lecture.topic,
    speaker: lecture.speaker?.name ?? null,
    organisation: lecture.speaker?.organisation?.name ?? null,
    isOpenFloor: lecture.isOpenFloor,
    startsAt: lecture.startsAt,
    time: time === usual.localTime ? null : time,
    place: lecture.place === usual.place ? null : lecture.place,
  };
}

/** The language asked for, else the one of the series: a poster speaks to whoever passes it. */
export function posterLocale(asked: string | null, series: Pick<Series, "language">): Locale {
  if (isLocale(asked)) return asked;
  return isLocale(series.language) ? series.language : "en";
}

/** An address as people read it to one another: `percolate.example/lectures/coffee-machine`. */
export function shortAddress(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

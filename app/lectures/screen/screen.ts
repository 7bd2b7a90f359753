import type { Text } from "~/platform/i18n/catalogue.ts";
import { type Instant, type IsoInstant, isBefore, Temporal } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";

export interface ScreenLecture {
  date: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  topic: string;
  place: string;
  speaker: Lecture["speaker"];
  isOpenFloor: boolean;
}

/** What a corridor screen shows at one moment. */
export interface Screen {
  /** Being held, or the next that takes place; null when none is planned. */
  main: (ScreenLecture & { isNow: boolean }) | null;
  /** Called off, and would have come before it. */
  calledOff: ScreenLecture[];
  later: ScreenLecture[];
}

const laterShown = 3;

/** Of the lectures that are not over, in order of time. */
export function screenOf(coming: readonly Lecture[], now: Instant): Screen {
  const held = coming.filter(({ status }) => status !== "cancelled");
  const [first, ...later] = held;
  return {
    main: first ? { ...shown(first), isNow: !isBefore(now, first.startsAt) } : null,
    calledOff: coming
      .filter((one) => one.status === "cancelled" && (!first || isBefore(one.startsAt, first.startsAt)))
      .slice(0, 1)
      .map(shown),
    later: later.slice(0, laterShown).map(shown),
  };
}

function shown({ turnId, sessionId, series, status, ...lecture }: Lecture): ScreenLecture {
  return lecture;
}

/**
 * "in 12 minutes", "in 5 hours", "in 3 days": rounded up to the minute, so that it never says zero while there is
 * time. The screen's own script counts on in the same way when the network is away.
 */
export function countdown(startsAt: IsoInstant, now: Instant, locale: Text["locale"]): string {
  const seconds = now.until(Temporal.Instant.from(startsAt)).total("second");
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  if (minutes <= 90) return words.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours <= 36 ? words.format(hours, "hour") : words.format(Math.round(hours / 24), "day");
}

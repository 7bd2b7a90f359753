import type { IsoDate, IsoInstant } from "~/platform/time.ts";

export interface ToldLecture {
  date: IsoDate;
  topic: string;
  speaker: string | null;
  openFloor: boolean;
  hasNotes: boolean;
  links: number;
}

export interface ComingLecture extends Pick<ToldLecture, "date" | "topic" | "speaker" | "openFloor"> {
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
}

/** What a digest tells of one series. */
export interface SeriesNews {
  slug: string;
  name: string;
  told: ToldLecture[];
  /** How often anybody thanked for them, all together: nobody is ranked. */
  thanks: number;
  coming: ComingLecture[];
  /** Coming weeks that nobody has agreed to. */
  openWeeks: number;
}

/** A festival somebody can do something about now: other features say which. */
export interface OpenFestival {
  slug: string;
  name: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  timeZone: string;
  /** Whether workshops can be proposed, and until when; `until` is null where no end is set. */
  call: { until: IsoInstant | null } | null;
  signup: { until: IsoInstant | null } | null;
}

export interface DigestFacts {
  series: SeriesNews[];
  festivals: OpenFestival[];
}

/** A month with nothing to tell has no mail. */
export function isWorthTelling({ series, festivals }: DigestFacts): boolean {
  return festivals.length > 0 || series.some(isNews);
}

/** A roster that only looks for speakers is told of: that is what the button is for. */
export function isNews({ told, coming, openWeeks }: SeriesNews): boolean {
  return told.length > 0 || coming.length > 0 || openWeeks > 0;
}

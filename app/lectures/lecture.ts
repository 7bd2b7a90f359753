import type { TurnStatus } from "#db/schema/lectures.ts";
import type { IsoDate, IsoInstant } from "~/platform/time.ts";
import type { SeriesHost } from "./series.ts";

/** One week's lecture as everybody who may see the series may see it. */
export interface Lecture {
  turnId: string;
  sessionId: string;
  series: { id: string; slug: string; name: string };
  date: IsoDate;
  status: TurnStatus;
  /** Empty until its speaker has named one and agreed. */
  topic: string;
  place: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  /** Who has agreed to speak, or has spoken. Who is only asked is nobody else's business. */
  speaker: LectureSpeaker | null;
  /** Nobody in particular speaks: whoever wants, on the spot. Then there is no speaker. */
  isOpenFloor: boolean;
}

export interface LectureSpeaker {
  /** Null for a guest without an account. */
  personId: string | null;
  name: string;
  organisation: SeriesHost | null;
  /** Speaks without being on the roster. */
  isGuest: boolean;
}

export function lecturePath({ series, date }: Pick<Lecture, "series" | "date">): string {
  return `/lectures/${series.slug}/${date}`;
}

/** What stands in the place of a topic nobody has named. */
export function untitledKey({ speaker, isOpenFloor }: Pick<Lecture, "speaker" | "isOpenFloor">) {
  if (isOpenFloor) return "turn.openFloor";
  return speaker ? "lectures.noTopic" : "lectures.noSpeaker";
}

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
  speaker: { personId: string; name: string; organisation: SeriesHost | null } | null;
}

export function lecturePath({ series, date }: Pick<Lecture, "series" | "date">): string {
  return `/lectures/${series.slug}/${date}`;
}

import type { Text } from "~/platform/i18n/catalogue.ts";
import { type IsoInstant, Temporal } from "~/platform/time.ts";
import { type Lecture, lecturePath } from "../lecture.ts";
import type { Series } from "../series.ts";
import type { WallClockProps } from "./wall-clock.tsx";

/** What the clock of a lecture is made of; of none, it is a clock of the series' length that waits for its button. */
export function showClock(
  series: Series,
  lecture: Lecture | null,
  { t, format }: Text,
): { title: string; clock: WallClockProps } {
  const planned = lecture && lecture.status !== "cancelled" ? lecture : null;
  const what = planned && [planned.topic || series.name, planned.speaker?.name].filter(Boolean).join(" · ");
  return {
    title: t("lecture.wallClock.title"),
    clock: {
      id: lecture?.turnId ?? series.id,
      minutes: planned ? minutesOf(planned) : series.durationMinutes,
      planned: planned && {
        startsAt: planned.startsAt,
        timeZone: planned.timeZone,
        what: what ?? "",
        when: t("lecture.wallClock.when", {
          date: format.date(planned.date),
          time: format.time(planned.startsAt, planned.timeZone),
        }),
      },
      backTo: lecture ? lecturePath(lecture) : `/lectures/${series.slug}`,
      // A browser may be shared: what only colleagues may see does not stay in it.
      worker: series.visibility === "public" ? "/clock-worker.js" : null,
    },
  };
}

function minutesOf({ startsAt, endsAt }: { startsAt: IsoInstant; endsAt: IsoInstant }): number {
  return Temporal.Instant.from(startsAt).until(Temporal.Instant.from(endsAt)).total("minutes");
}

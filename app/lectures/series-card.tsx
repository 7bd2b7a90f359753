import { useText } from "~/platform/i18n/text.tsx";
import { Card, OrganisationMark, Stack } from "~/ui/index.ts";
import { type Lecture, untitledKey } from "./lecture.ts";
import { Rhythm } from "./rhythm.tsx";
import type { Series } from "./series.ts";

interface SeriesCardProps {
  series: Pick<Series, "slug" | "name" | "place" | "hosts" | "weekday" | "localTime" | "timeZone">;
  next: Lecture | null;
  now: string;
}

/** A series at a glance: when, where, who hosts it, what comes next. */
export function SeriesCard({ series, next, now }: SeriesCardProps) {
  const { t, format } = useText();
  return (
    <Card to={`/lectures/${series.slug}`}>
      <Stack gap="tight">
        <h2>{series.name}</h2>
        <p className="text-soft">
          <Rhythm series={series} at={next?.startsAt ?? now} /> · {series.place}
        </p>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {series.hosts.map((host) => (
            <OrganisationMark key={host.id} organisation={host} size="small" />
          ))}
        </p>
        <p>
          {next ? (
            <>
              <span className="text-soft">{t("lectures.list.next")}:</span> {format.date(next.date)},{" "}
              {next.topic || t(untitledKey(next))}
              {next.speaker && <span className="text-soft"> · {next.speaker.name}</span>}
            </>
          ) : (
            <span className="text-soft">{t("lectures.list.nothingPlanned")}</span>
          )}
        </p>
      </Stack>
    </Card>
  );
}

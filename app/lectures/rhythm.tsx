import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import type { Series } from "./series.ts";

/** "Every Thursday at 10:30", with the zone where it differs from the reader's at the moment given. */
export function Rhythm({
  series,
  at,
}: {
  series: Pick<Series, "weekday" | "localTime" | "timeZone">;
  at: IsoInstant;
}) {
  const { t, format } = useText();
  const words = t("lectures.rhythm", { weekday: format.weekday(series.weekday), time: series.localTime });
  if (format.sameZone(series.timeZone, at)) return <>{words}</>;
  const zone = t("lectures.zone", { zone: format.zoneName(series.timeZone) });
  return (
    <>
      {words} ({zone})
    </>
  );
}

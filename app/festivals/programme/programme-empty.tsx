import { CalendarClock, CalendarX } from "lucide-react";
import type { FestivalStatus } from "#db/schema/festivals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { EmptyState } from "~/ui/index.ts";

/** A festival without a programme, and what happens next. */
export function ProgrammeEmpty({
  festival,
}: {
  festival: { status: FestivalStatus; startsOn: string; endsOn: string };
}) {
  const { t, format } = useText();
  if (festival.status === "cancelled")
    return (
      <EmptyState icon={CalendarX} title={t("programme.empty.cancelled")}>
        {t("programme.empty.cancelledText")}
      </EmptyState>
    );
  if (festival.status === "released" || festival.status === "over")
    return (
      <EmptyState icon={CalendarClock} title={t("programme.empty.released")}>
        {t("programme.empty.releasedText")}
      </EmptyState>
    );
  return (
    <EmptyState icon={CalendarClock} title={t("programme.empty.title")}>
      <p>{t("programme.empty.text")}</p>
      <p>{t("programme.empty.dates", { dates: format.dateRange(festival.startsOn, festival.endsOn) })}</p>
    </EmptyState>
  );
}

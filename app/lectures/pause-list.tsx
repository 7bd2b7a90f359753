import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, EmptyState, VisuallyHidden } from "~/ui/index.ts";
import type { SeriesPause } from "./series.ts";

/** The weeks without a lecture. */
export function PauseList({ pauses }: { pauses: readonly SeriesPause[] }) {
  const { t, format } = useText();
  if (pauses.length === 0) return <EmptyState title={t("lectures.organise.noPauses")} />;
  return (
    <ul>
      {pauses.map(({ id, startsOn, endsOn, reason }) => {
        const dates = format.dateRange(startsOn, endsOn);
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span className="flex-1">
              {dates} {reason && <span className="text-soft">· {reason}</span>}
            </span>
            <ActionForm fields={{ intent: "remove-pause", pauseId: id }} variant="quiet" size="small">
              <span aria-hidden>{t("lectures.roster.remove")}</span>
              <VisuallyHidden>{t("lectures.roster.removeNamed", { dates })}</VisuallyHidden>
            </ActionForm>
          </li>
        );
      })}
    </ul>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { Time } from "~/ui/index.ts";
import type { HistorySentence } from "./view.server.ts";

/** What happened to a week, in sentences. */
export function HistoryList({ lines, zone }: { lines: readonly HistorySentence[]; zone: string }) {
  const { t } = useText();
  if (lines.length === 0) return <p className="text-soft">{t("turn.page.noHistory")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col">
        {lines.map(({ id, at, when, words }) => (
          <li
            key={id}
            className="grid gap-x-6 border-b border-line py-2 last:border-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <span className="text-sm text-soft tabular-nums">
              <Time at={at}>{when}</Time>
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ol>
      <p className="text-sm text-soft">{t("turn.page.zone", { zone })}</p>
    </div>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { OrganisationMark, Stack } from "~/ui/index.ts";
import type { Reviews } from "./reviews.server.ts";
import type { ReviewRow } from "./row.ts";
import { ScoreStrip, type StripHost } from "./score-strip.tsx";

export interface ReviewListProps {
  reviews: Reviews;
  row: Pick<ReviewRow, "hosts" | "mean"> | null;
  hosts: StripHost[];
}

/** What the others think, host by host; or how many there are, while one has not said one's own. */
export function ReviewList({ reviews: { others, count }, row, hosts }: ReviewListProps) {
  const { t, format } = useText();
  if (count === 0) return <p className="text-soft">{t("review.page.noOthers")}</p>;
  if (others === null) return <p className="text-soft">{t("review.page.hidden", { count })}</p>;
  return (
    <Stack>
      {row?.mean != null && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-semibold">{t("review.page.mean", { mean: format.number(row.mean, 1) })}</span>
          <ScoreStrip scores={row.hosts} hosts={hosts} />
        </div>
      )}
      <ul className="flex flex-col">
        {others.map(({ reviewer, organisation, score, comment }) => (
          <li key={reviewer.id} className="flex flex-col gap-1 border-b border-line py-3 last:border-0">
            <span className="flex flex-wrap items-center justify-between gap-x-4">
              <span className="inline-flex flex-wrap items-center gap-x-3">
                <span className="font-semibold">{reviewer.name}</span>
                <OrganisationMark organisation={organisation} size="small" />
              </span>
              <span className={score === null ? "text-soft" : "font-semibold tabular-nums"}>
                {score ?? t("review.page.noScore")}
              </span>
            </span>
            {comment && <p className="max-w-prose break-words whitespace-pre-line">{comment}</p>}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

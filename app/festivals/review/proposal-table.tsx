import { useText } from "~/platform/i18n/text.tsx";
import { Inline, OrganisationMark, Table, TextLink } from "~/ui/index.ts";
import { pickValue } from "./decide.ts";
import { ProposalState } from "./proposal-state.tsx";
import type { ReviewRow } from "./row.ts";
import { ScoreStrip, type StripHost } from "./score-strip.tsx";
import { largeSpread } from "./scores.ts";

export interface ProposalTableProps {
  rows: (ReviewRow & { mayDecide: boolean })[];
  hosts: StripHost[];
  /** Values of `pickValue` that stand chosen. */
  chosen: ReadonlySet<string> | "all";
  /** Where a proposal is read: this, its id, and the filter. */
  base: string;
  query: string;
}

/** Stands in the form that decides: each row that may be decided on has a box. */
export function ProposalTable({ rows, hosts, chosen, base, query }: ProposalTableProps) {
  const { t, format } = useText();
  return (
    <Table
      caption={t("review.overview.count", { count: rows.length })}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "choose",
          header: t("review.overview.choose"),
          headerHidden: true,
          cell: (row) =>
            row.mayDecide && (
              <label className="inline-flex min-h-11 min-w-11 scroll-mb-40 items-center gap-2 sm:-my-2.5">
                <input
                  type="checkbox"
                  name="pick"
                  value={pickValue(row)}
                  defaultChecked={chosen === "all" || chosen.has(pickValue(row))}
                />
                <span className="sm:sr-only">
                  {t("review.overview.choose")}
                  <span className="sr-only">: {row.title}</span>
                </span>
              </label>
            ),
        },
        {
          key: "proposal",
          header: t("review.overview.proposal"),
          rowHeader: true,
          cell: (row) => (
            <span className="flex flex-col items-start gap-1">
              <TextLink to={`${base}/${row.id}${query}`}>{row.title}</TextLink>
              <Inline gap="tight">
                <OrganisationMark organisation={row.organisation} size="small" />
                <span className="text-sm font-normal text-soft">{row.proposer}</span>
              </Inline>
            </span>
          ),
        },
        { key: "kind", header: t("review.overview.kind"), cell: (row) => <Kind row={row} /> },
        {
          key: "score",
          header: t("review.overview.score"),
          cell: (row) => <Score row={row} hosts={hosts} />,
        },
        {
          key: "reviews",
          header: t("review.overview.reviews"),
          cell: (row) => (
            <span className="text-sm tabular-nums">
              {row.hosts.length === 0 ? (
                <span className="text-soft">{t("review.overview.noReviews")}</span>
              ) : (
                format.list(
                  row.hosts.map(({ organisationId, reviews }) =>
                    t("review.overview.reviewsOf", {
                      host: hosts.find(({ id }) => id === organisationId)?.name ?? "",
                      count: reviews,
                    }),
                  ),
                )
              )}
            </span>
          ),
        },
        { key: "state", header: t("review.overview.state"), cell: (row) => <ProposalState row={row} /> },
      ]}
    />
  );
}

function Kind({ row: { format: kind, minutes, track, language, level } }: { row: ReviewRow }) {
  const { t, format } = useText();
  const length = minutes === null ? null : t("review.overview.minutes", { count: minutes });
  const first = [kind?.name ?? t("review.overview.noFormat"), length].filter(Boolean).join(", ");
  const second = [track?.name, format.language(language), level !== "all" && t(`review.levels.${level}`)];
  return (
    <span className="flex flex-col text-sm">
      <span>{first}</span>
      <span className="text-soft">{second.filter(Boolean).join(" · ")}</span>
    </span>
  );
}

function Score({ row, hosts }: { row: ReviewRow; hosts: StripHost[] }) {
  const { t, format } = useText();
  const quiet = (text: string) => <span className="text-sm text-soft">{text}</span>;
  if (row.mine === "involved") return quiet(t("review.overview.involved"));
  if (row.hidden) return quiet(t("review.overview.hidden"));
  if (row.mean === null) return quiet(t("review.overview.noScore"));
  const apart =
    row.spread === null || row.spread < 2 ? null : row.spread >= largeSpread ? "spreadLarge" : "spreadSome";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <span className="font-semibold tabular-nums">{format.number(row.mean, 1)}</span>
      <ScoreStrip scores={row.hosts} hosts={hosts} />
      {apart && quiet(t(`review.overview.${apart}`))}
    </span>
  );
}

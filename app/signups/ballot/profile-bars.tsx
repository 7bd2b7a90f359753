import { useText } from "~/platform/i18n/text.tsx";
import type { AllocationReport } from "../allocation/allocation.ts";

const row = 26;
const label = 110;
const most = 185;

interface Bar {
  label: string;
  count: number;
  tone: "success" | "soft" | "danger";
}

/** How many got their first wish, their second, something else, nothing: bars with words, and one sentence for who cannot see them. */
export function ProfileBars({ report }: { report: AllocationReport }) {
  const { t, format } = useText();
  const bars: Bar[] = [
    ...report.byRank.flatMap((count, index): Bar[] =>
      count > 0 ? [{ label: t("ballot.report.rank", { rank: index + 1 }), count, tone: "success" }] : [],
    ),
    ...(report.notWished > 0
      ? [{ label: t("ballot.report.notWished"), count: report.notWished, tone: "soft" as const }]
      : []),
    { label: t("ballot.report.without"), count: report.withoutSeat, tone: "danger" },
  ];
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  const said = bars.map((bar) => `${bar.label}: ${format.number(bar.count)}`).join(", ");
  return (
    <svg
      role="img"
      aria-label={said}
      viewBox={`0 0 ${label + most + 45} ${bars.length * row}`}
      className="profile"
    >
      {bars.map((bar, index) => {
        const width = (bar.count / longest) * most;
        const y = index * row;
        return (
          <g key={bar.label}>
            <text x={label - 10} y={y + 17} textAnchor="end">
              {bar.label}
            </text>
            <rect x={label} y={y + 4} width={width} height={row - 8} rx={3} data-tone={bar.tone} />
            <text x={label + width + 8} y={y + 17}>
              {format.number(bar.count)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

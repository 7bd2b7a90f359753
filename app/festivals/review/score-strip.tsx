import { useText } from "~/platform/i18n/text.tsx";
import { organisationColour } from "~/ui/index.ts";
import type { HostScore } from "./scores.ts";

export interface StripHost {
  id: string;
  name: string;
  colour: string;
}

const step = 22;
const dot = 4;
const left = 10;

/** Every score given, as a dot in its host's colour on a line from 1 to 5: agreement is a heap, disagreement a gap. */
export function ScoreStrip({ scores, hosts }: { scores: readonly HostScore[]; hosts: readonly StripHost[] }) {
  const { t, format } = useText();
  const dots = dotsOf(scores);
  if (dots.length === 0) return null;
  const tallest = Math.max(...dots.map(({ place }) => place)) + 1;
  const height = 12 + tallest * dot * 2.25;
  const ground = height - 8;
  const nameOf = (id: string) => hosts.find((host) => host.id === id)?.name ?? "";
  const words = scores
    .filter((host) => host.scores.length > 0)
    .map((host) =>
      t("review.overview.stripHost", { host: nameOf(host.organisationId), scores: host.scores.join(", ") }),
    );
  return (
    <svg
      role="img"
      aria-label={t("review.overview.strip", { scores: format.list(words) })}
      viewBox={`0 0 ${left * 2 + step * 4} ${height}`}
      width={left * 2 + step * 4}
      height={height}
      className="max-w-full"
    >
      <line x1={left} x2={left + step * 4} y1={ground} y2={ground} stroke="var(--color-edge)" />
      {[1, 2, 3, 4, 5].map((score) => (
        <line
          key={score}
          x1={xOf(score)}
          x2={xOf(score)}
          y1={ground}
          y2={ground + (score === 1 || score === 5 ? 7 : 4)}
          stroke="var(--color-edge)"
        />
      ))}
      {dots.map(({ organisationId, score, place }) => (
        <circle
          key={`${score}-${place}`}
          className="organisation"
          style={organisationColour(hosts.find(({ id }) => id === organisationId)?.colour ?? "#888888")}
          cx={xOf(score)}
          cy={ground - dot - 1.5 - place * dot * 2.25}
          r={dot}
          fill="var(--organisation)"
          stroke="var(--color-surface)"
          strokeWidth="0.75"
        />
      ))}
    </svg>
  );
}

const xOf = (score: number) => left + (score - 1) * step;

/** Equal scores stand on top of each other. */
function dotsOf(hosts: readonly HostScore[]) {
  const heights = new Map<number, number>();
  return hosts.flatMap(({ organisationId, scores }) =>
    scores.map((score) => {
      const place = heights.get(score) ?? 0;
      heights.set(score, place + 1);
      return { organisationId, score, place };
    }),
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { DescriptionList, OrganisationMark } from "~/ui/index.ts";
import { HouseRuleList } from "./house-rule-list.tsx";
import { Rhythm } from "./rhythm.tsx";
import type { Series } from "./series.ts";

/** When, where, how long, by which rules, by whom. */
export function SeriesFacts({ series, at }: { series: Omit<Series, "seed">; at: IsoInstant }) {
  const { t, format } = useText();
  return (
    <DescriptionList
      items={[
        { term: t("lectures.fact.when"), description: <Rhythm series={series} at={at} /> },
        { term: t("lectures.fact.where"), description: series.place },
        { term: t("lectures.fact.length"), description: format.minutes(series.durationMinutes) },
        ...(series.houseRules.trim()
          ? [{ term: t("lectures.fact.rules"), description: <HouseRuleList rules={series.houseRules} /> }]
          : []),
        {
          term: t("lectures.fact.hosts"),
          description: (
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              {series.hosts.map((host) => (
                <OrganisationMark key={host.id} organisation={host} link />
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}

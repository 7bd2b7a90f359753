import { useText } from "~/platform/i18n/text.tsx";
import { dateIn, Temporal } from "~/platform/time.ts";
import { DescriptionList, Time } from "~/ui/index.ts";
import { HouseRuleList } from "../house-rule-list.tsx";
import { whyWords } from "../why-words.ts";
import type { LinkPage } from "./link-page.server.ts";

/** Until when to answer, when and where it is, by which rules, and why this reader. */
export function LinkFacts({ page }: { page: LinkPage }) {
  const text = useText();
  const { t, format, timeZone } = text;
  const { until, lecture, series, why } = page;
  const untilDate = until && dateIn(Temporal.Instant.from(until), timeZone);
  return (
    <DescriptionList
      items={[
        ...(until && untilDate
          ? [
              {
                term: t("turnMails.page.until"),
                description: (
                  <Time at={until}>
                    {format.date(untilDate)}, {format.time(until, timeZone)}
                  </Time>
                ),
              },
            ]
          : []),
        {
          term: t("turnMails.fact.when"),
          description: <Time at={lecture.startsAt}>{format.sessionTime(lecture)}</Time>,
        },
        { term: t("turnMails.fact.where"), description: lecture.place },
        ...(series.rules.trim()
          ? [{ term: t("turnMails.fact.rules"), description: <HouseRuleList rules={series.rules} /> }]
          : []),
        ...(why ? [{ term: t("lectures.lecture.why"), description: whyWords(why, lecture.date, text) }] : []),
      ]}
    />
  );
}

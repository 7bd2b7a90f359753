import { useText } from "~/platform/i18n/text.tsx";
import { DescriptionList, TextLink, Time } from "~/ui/index.ts";
import { HouseRuleList } from "./house-rule-list.tsx";
import type { Lecture } from "./lecture.ts";
import { Speaker } from "./speaker.tsx";

/** Who, when, where, by which rules. */
export function LectureFacts({ lecture, rules }: { lecture: Lecture; rules: string }) {
  const { t, format } = useText();
  return (
    <DescriptionList
      items={[
        {
          term: t("lectures.fact.speaker"),
          description: <Speaker speaker={lecture.speaker} isOpenFloor={lecture.isOpenFloor} />,
        },
        {
          term: t("lectures.fact.when"),
          description: (
            <Time at={lecture.startsAt}>
              {format.dateLong(lecture.date)}, {format.timeRange(lecture)}
            </Time>
          ),
        },
        { term: t("lectures.fact.where"), description: lecture.place },
        ...(rules.trim()
          ? [{ term: t("lectures.fact.rules"), description: <HouseRuleList rules={rules} /> }]
          : []),
        {
          term: t("lectures.fact.series"),
          description: <TextLink to={`/lectures/${lecture.series.slug}`}>{lecture.series.name}</TextLink>,
        },
      ]}
    />
  );
}

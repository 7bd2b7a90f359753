import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { DescriptionList, TextLink, Time } from "~/ui/index.ts";
import type { Mine } from "./mine.ts";
import type { WaitingTopic } from "./topics.server.ts";

const balanceWords = {
  "to-come": "lectures.roster.mineToCome",
  even: "lectures.roster.mineEven",
  ahead: "lectures.roster.mineAhead",
} as const;

interface GlanceProps {
  mine: Mine;
  topics: readonly WaitingTopic[];
  slug: string;
}

/** When I speak, what waits, where I stand. */
export function Glance({ mine, topics, slug }: GlanceProps) {
  const { t } = useText();
  return (
    <DescriptionList
      items={[
        { term: t("roster.mine.speak"), description: <Speaks mine={mine} slug={slug} /> },
        { term: t("roster.mine.topics"), description: <Topics topics={topics} /> },
        { term: t("roster.mine.balance"), description: <Balance mine={mine} /> },
      ]}
    />
  );
}

function Speaks({ mine: { agreed, pencilled }, slug }: Pick<GlanceProps, "mine" | "slug">): ReactNode {
  const { t, format } = useText();
  if (agreed.length === 0)
    return (
      <span className="text-soft">
        {pencilled
          ? t("roster.mine.pencilled", { date: format.date(pencilled) })
          : t("roster.mine.speakNone")}
      </span>
    );
  return (
    <ul className="flex flex-col gap-2">
      {agreed.map(({ date, topic }) => (
        <li key={date}>
          <span className="font-semibold">
            <Time at={date}>{format.dateLong(date)}</Time>
          </span>
          {topic ? <span className="block font-serif text-lg">{topic}</span> : null}
          <span className="block">
            <TextLink to={`/lectures/${slug}/${date}#answer`}>
              {t(topic ? "roster.mine.change" : "roster.mine.nameTopic")}
            </TextLink>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Topics({ topics }: Pick<GlanceProps, "topics">): ReactNode {
  const { t } = useText();
  const [first, ...more] = topics;
  if (!first) return <span className="text-soft">{t("roster.mine.topicsNone")}</span>;
  return (
    <>
      <span className="font-serif text-lg">{first.title}</span>
      {more.length > 0 && (
        <span className="text-soft"> {t("roster.mine.topicsMore", { count: more.length })}</span>
      )}
    </>
  );
}

function Balance({ mine: { word, share, given, lastSpokeOn } }: Pick<GlanceProps, "mine">): ReactNode {
  const { t, format } = useText();
  const figures = t("lectures.why.figures", { share: format.number(share, 2), given });
  const last = lastSpokeOn
    ? t("lectures.roster.lastOn", { date: format.date(lastSpokeOn) })
    : t("roster.mine.notYet");
  return (
    <>
      {t(balanceWords[word])}
      <span className="block text-sm text-soft tabular-nums">
        {figures}, {last}
      </span>
    </>
  );
}

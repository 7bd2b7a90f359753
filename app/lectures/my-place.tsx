import type { SubmissionResult } from "@conform-to/react";
import { Hand } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Card, Disclosure, EmptyState, LinkButton, Notice, Stack } from "~/ui/index.ts";
import { AwayDates } from "./away-dates.tsx";
import { AvailabilityForm } from "./volunteering/availability-form.tsx";
import { BreakForm, OnBreak } from "./volunteering/break-form.tsx";
import { Effects } from "./volunteering/effects.tsx";
import { Glance } from "./volunteering/glance.tsx";
import type { Mine } from "./volunteering/mine.ts";
import type { WaitingTopic } from "./volunteering/topics.server.ts";
import { WaitingTopics } from "./volunteering/waiting-topics.tsx";

interface MyPlaceProps {
  slug: string;
  /** ISO weekday of the lectures. */
  lectureDay: number;
  mine: Mine;
  topics: readonly WaitingTopic[];
  answered: { result: SubmissionResult<string[]> } | undefined;
}

/** Am I asked, when do I speak, what waits; and below it what I can change about my place. */
export function MyPlace({ slug, lectureDay, mine, topics, answered }: MyPlaceProps) {
  const { t } = useText();
  const to = (intent: string) => answerTo(intent, answered);
  return (
    <Card>
      <Stack>
        {mine.asked.map((date) => (
          <AskedNow key={date} date={date} slug={slug} />
        ))}
        {mine.pause && <OnBreak pause={mine.pause} />}
        <Glance mine={mine} topics={topics} slug={slug} />
        <div>
          <Disclosure id="topics" summary={t("roster.topics.summary")} open={to("add-topic") !== undefined}>
            <WaitingTopics topics={topics} lastResult={to("add-topic")} />
          </Disclosure>
          <Disclosure summary={<WhenSummary mine={mine} />} open={to("availability") !== undefined}>
            <AvailabilityForm
              weekdays={mine.weekdays}
              notBefore={mine.notBefore}
              lectureDay={lectureDay}
              lastResult={to("availability")}
            />
          </Disclosure>
          <Disclosure summary={<AwaySummary mine={mine} />} open={to("away") !== undefined}>
            <Stack>
              <p className="text-soft">{t("lectures.roster.awayIntro")}</p>
              <AwayDates absences={mine.absences} lastResult={to("away")} />
            </Stack>
          </Disclosure>
          {!mine.pause && (
            <Disclosure summary={t("roster.break.summary")} open={to("pause") !== undefined}>
              <BreakForm mine={mine} lastResult={to("pause")} />
            </Disclosure>
          )}
          <Disclosure summary={t("lectures.roster.leave")}>
            <Stack>
              <Effects mine={mine} of="leave" />
              <div>
                <ActionForm fields={{ intent: "leave" }} variant="secondary">
                  {t("lectures.roster.leave")}
                </ActionForm>
              </div>
            </Stack>
          </Disclosure>
        </div>
      </Stack>
    </Card>
  );
}

function AskedNow({ date, slug }: { date: string; slug: string }) {
  const { t, format } = useText();
  return (
    <Notice title={t("lectures.roster.asked", { date: format.dateLong(date) })}>
      <p className="mt-3">
        <LinkButton to={`/lectures/${slug}/${date}#answer`} variant="primary">
          {t("lectures.roster.mineTurn")}
        </LinkButton>
      </p>
    </Notice>
  );
}

/** What is set, without opening it. */
function WhenSummary({ mine: { weekdays, notBefore } }: { mine: Mine }) {
  const { t, format } = useText();
  return (
    <Summary
      title={t("roster.when.summary")}
      facts={[
        ...(weekdays.length < 7 ? [format.list(weekdays.map((day) => format.weekday(day)))] : []),
        ...(notBefore ? [t("roster.state.later", { date: format.date(notBefore) })] : []),
      ]}
    />
  );
}

function AwaySummary({ mine: { absences } }: { mine: Mine }) {
  const { t, format } = useText();
  const [first] = absences;
  const more = absences.length - 1;
  return (
    <Summary
      title={t("lectures.roster.away")}
      facts={[
        ...(first ? [format.dateRange(first.startsOn, first.endsOn)] : []),
        ...(more > 0 ? [t("roster.mine.topicsMore", { count: more })] : []),
      ]}
    />
  );
}

function Summary({ title, facts }: { title: string; facts: readonly string[] }) {
  return (
    <span>
      {title}
      {facts.length > 0 && <span className="font-normal text-soft"> · {facts.join(" · ")}</span>}
    </span>
  );
}

/** For a colleague who is not on the roster. */
export function NotOnRoster({ wasOn }: { wasOn: boolean }) {
  const { t } = useText();
  return (
    <EmptyState
      icon={Hand}
      title={t("lectures.roster.notOn")}
      action={
        <ActionForm fields={{ intent: "join" }} icon={Hand}>
          {t("lectures.roster.join")}
        </ActionForm>
      }
    >
      {t(wasOn ? "lectures.roster.backText" : "lectures.roster.notOnText")}
    </EmptyState>
  );
}

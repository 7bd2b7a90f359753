import type { SubmissionResult } from "@conform-to/react";
import { Hand } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoDate } from "~/platform/time.ts";
import { ActionForm, Card, EmptyState, Inline, LinkButton, Notice, Stack } from "~/ui/index.ts";
import { AwayDates } from "./away-dates.tsx";
import type { Absence } from "./roster.server.ts";
import type { MemberLine } from "./roster-view.ts";

const words = {
  "to-come": "lectures.roster.mineToCome",
  even: "lectures.roster.mineEven",
  ahead: "lectures.roster.mineAhead",
} as const;

interface MyPlaceProps {
  me: MemberLine | null;
  /** The week whose offer waits for an answer. */
  asked: { date: IsoDate; path: string } | undefined;
  absences: readonly Absence[];
  answered: { result: SubmissionResult<string[]> } | undefined;
}

/** On or off the roster, where one stands, and when one is away. */
export function MyPlace({ me, asked, absences, answered }: MyPlaceProps) {
  const { t, format } = useText();
  if (!me || me.state === "left") return <NotOn wasOn={me !== null} />;
  return (
    <Card>
      <Stack gap="loose">
        {me.state === "paused" && (
          <Notice tone="warning" title={t("lectures.roster.paused")}>
            {t("lectures.roster.pausedText")}
          </Notice>
        )}
        {asked && (
          <Notice title={t("lectures.roster.asked", { date: format.date(asked.date) })}>
            <p className="mt-3">
              <LinkButton to={asked.path} variant="primary">
                {t("lectures.roster.mineTurn")}
              </LinkButton>
            </p>
          </Notice>
        )}
        <Inline>
          <p className="flex-1">
            <span className="font-semibold">{t(words[me.word])}</span> <Figures me={me} />
          </p>
          <ActionForm
            fields={{ intent: "leave" }}
            variant="quiet"
            size="small"
            confirm={t("lectures.roster.confirmLeave")}
          >
            {t("lectures.roster.leave")}
          </ActionForm>
        </Inline>
        <AwayDates absences={absences} lastResult={answerTo("away", answered)} />
      </Stack>
    </Card>
  );
}

function NotOn({ wasOn }: { wasOn: boolean }) {
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

function Figures({ me }: { me: MemberLine }) {
  const { t, format } = useText();
  const share = format.number(me.share, 2);
  return (
    <span className="text-sm text-soft tabular-nums">
      {t("lectures.why.figures", { share, given: me.given })}
    </span>
  );
}

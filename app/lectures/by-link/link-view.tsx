import type { ReactNode } from "react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Card, Disclosure, LinkButton, Notice, Page, Stack } from "~/ui/index.ts";
import { LinkFacts } from "./link-facts.tsx";
import { type Answered, NoForm, TopicForm, YesForm } from "./link-forms.tsx";
import type { LinkPage } from "./link-page.server.ts";
import { takesYes } from "./standing.ts";

interface LinkViewProps {
  title: string;
  page: LinkPage;
  /** The reader pressed no in the mail: its form comes first. */
  no: boolean;
  answered: Answered;
  /** How to put it into one's own calendar. */
  calendar: ReactNode;
}

/** What a mail asked, both answers, and after answering what happens next. */
export function LinkView({ title, page, no, answered, calendar }: LinkViewProps) {
  const { t, format } = useText();
  const { standing, series, lecture, name } = page;
  return (
    <Page
      width="narrow"
      title={title}
      band={page.band}
      intro={
        <Stack gap="tight">
          <p>
            <strong>{format.sessionTime(lecture)}</strong>, {lecture.place}
          </p>
          <p>{t(introOf(page), { series: series.name, date: format.date(lecture.date) })}</p>
        </Stack>
      }
    >
      {standing === "asked" && <Asked page={page} no={no} answered={answered} />}
      {standing !== "asked" && takesYes(standing) && (
        <Card>
          <YesForm topic={page.topic} answered={answered} label={t("turnMails.open-call.yes")} />
        </Card>
      )}
      {standing === "yours" && <Yours page={page} answered={answered} calendar={calendar} />}
      <LinkFacts page={page} />
      <p className="max-w-prose text-soft">{t("turnMails.page.as", { name })}</p>
      <RosterLink page={page} />
    </Page>
  );
}

type Given = Pick<LinkViewProps, "page" | "answered">;

function Asked({ page, no, answered }: Given & { no: boolean }) {
  const { t } = useText();
  const yesForm = <YesForm topic={page.topic} answered={answered} label={t("turnMails.yes")} />;
  const noForm = <NoForm answered={answered} label={t("turnMails.no")} main={no} />;
  return (
    <Card id={no ? "no" : "yes"}>
      <Stack>
        {no && <p className="max-w-prose">{t(`turnMails.page.noText.${page.asked}`)}</p>}
        {no ? noForm : yesForm}
        <Disclosure
          summary={t(no ? "turnMails.page.yesInstead" : "turnMails.page.noInstead")}
          open={answerTo(no ? "yes" : "no", answered) !== undefined}
        >
          {no ? yesForm : noForm}
        </Disclosure>
      </Stack>
    </Card>
  );
}

function Yours({ page, answered, calendar }: Given & Pick<LinkViewProps, "calendar">) {
  const { t } = useText();
  return (
    <>
      <Notice tone="success" title={t("turnMails.page.next")}>
        <p>{t("turnMails.page.nextText")}</p>
        {calendar}
      </Notice>
      <Card>
        <Stack>
          <TopicForm topic={page.topic} answered={answered} />
          <Disclosure
            summary={t("lectures.lecture.withdrawSummary")}
            open={answerTo("no", answered) !== undefined}
          >
            <Stack>
              <p className="max-w-prose">{t("turnMails.page.withdraw")}</p>
              <NoForm answered={answered} label={t("lectures.lecture.withdraw")} main={false} />
            </Stack>
          </Disclosure>
        </Stack>
      </Card>
    </>
  );
}

/** Where everything else is done, signed in. */
function RosterLink({ page: { series, lecture, standing } }: { page: LinkPage }) {
  const { t } = useText();
  const isLecture = standing === "yours" || standing === "taken" || standing === "over";
  return (
    <div>
      <LinkButton to={`/lectures/${series.slug}${isLecture ? `/${lecture.date}` : "/roster"}`}>
        {t(isLecture ? "turnMails.page.lecture" : "turnMails.page.roster")}
      </LinkButton>
    </div>
  );
}

function introOf({ standing, asked, saidNo }: LinkPage) {
  if (standing === "asked") return `turnMails.${asked}.intro` as const;
  if (standing === "elsewhere" && saidNo) return "turnMails.page.declined.text" as const;
  return `turnMails.page.${standing}.text` as const;
}

/** The heading of the page, as a key of the catalogue. */
export function titleKey({ standing, asked, saidNo }: Pick<LinkPage, "standing" | "asked" | "saidNo">) {
  if (standing === "asked") return `turnMails.${asked}.heading` as const;
  if (standing === "elsewhere" && saidNo) return "turnMails.page.declined.title" as const;
  return `turnMails.page.${standing}.title` as const;
}

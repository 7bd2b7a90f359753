import { Form } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Card, Notice, Page, Stack, TextLink } from "~/ui/index.ts";
import type { MemberStatus } from "./party.ts";
import { AnswerButtons } from "./party-questions.tsx";

export interface PartyQuestionProps {
  festival: { name: string; slug: string; startsOn: string; endsOn: string };
  by: string;
  others: string[];
  status: MemberStatus;
}

/** The page behind the link of a mail: who asks, what a yes means, and two buttons. */
export function PartyQuestionPage({ festival, by, others, status }: PartyQuestionProps) {
  const { t, format } = useText();
  const dates = format.dateRange(festival.startsOn, festival.endsOn);
  return (
    <Page
      width="narrow"
      title={t("parties.question.title", { name: by })}
      intro={t("parties.question.intro", { name: by, festival: festival.name, dates })}
    >
      <Card>
        <Stack>
          <p>{t("parties.meaning")}</p>
          {others.length > 0 && <p>{t("parties.question.others", { names: format.list(others) })}</p>}
          {status === "asked" && <p className="text-soft">{t("parties.question.quiet")}</p>}
          <Answer festival={festival} status={status} names={format.list(others)} />
        </Stack>
      </Card>
    </Page>
  );
}

function Answer({
  festival,
  status,
  names,
}: Pick<PartyQuestionProps, "festival" | "status"> & { names: string }) {
  const { t } = useText();
  switch (status) {
    case "asked":
      return (
        <Form method="post">
          <AnswerButtons />
        </Form>
      );
    case "agreed":
      return (
        <Notice
          tone="success"
          title={names ? t("parties.question.agreed", { names }) : t("parties.question.agreedAlone")}
        >
          <p>{t("parties.question.agreedText")}</p>
          <p className="mt-2">
            <TextLink to={`/festivals/${festival.slug}/together`}>{t("parties.question.see")}</TextLink>
          </p>
        </Notice>
      );
    case "declined":
      return (
        <>
          <Notice title={t("parties.question.declined")}>
            <p>{t("parties.question.declinedText")}</p>
          </Notice>
          <Form method="post">
            <Button name="answer" value="yes" variant="secondary">
              {t("parties.question.changeToYes")}
            </Button>
          </Form>
        </>
      );
    case "left":
      return (
        <Notice title={t("parties.question.left")}>
          <p>{t("parties.question.leftText")}</p>
        </Notice>
      );
  }
}

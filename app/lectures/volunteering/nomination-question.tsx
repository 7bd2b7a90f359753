import { Check, X } from "lucide-react";
import type { NominationStatus } from "#db/schema/lectures.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Card, Form, Inline, LinkButton, Notice, Page, Stack } from "~/ui/index.ts";
import type { Series } from "../series.ts";

type Shown = Pick<
  Series,
  "slug" | "name" | "description" | "weekday" | "localTime" | "durationMinutes" | "place" | "hosts"
>;

interface NominationQuestionProps {
  nomination: { status: NominationStatus; message: string; nominator: string; series: Shown };
}

/** The page behind a nomination's mail: who thought of you, for what, and two buttons. */
export function NominationQuestion({ nomination }: NominationQuestionProps) {
  const { t, format } = useText();
  const { status, message, nominator, series } = nomination;
  const rhythm = { weekday: format.weekday(series.weekday), time: series.localTime };
  return (
    <Page
      width="narrow"
      title={t("roster.nominated.title", { name: nominator })}
      intro={t("roster.nominated.intro", {
        ...rhythm,
        series: series.name,
        length: format.minutes(series.durationMinutes),
        place: series.place,
      })}
      band={series.hosts.map(({ colour }) => colour)}
    >
      <Card>
        <Stack gap="loose">
          {message && (
            <blockquote className="border-s-2 border-line ps-4 font-serif text-lg whitespace-pre-line">
              {message}
            </blockquote>
          )}
          {status === "open" ? (
            <>
              <p className="max-w-prose">{t("roster.nominated.text")}</p>
              <YesOrNo />
            </>
          ) : (
            <Answered status={status} slug={series.slug} nominator={nominator} />
          )}
        </Stack>
      </Card>
    </Page>
  );
}

function YesOrNo() {
  const { t } = useText();
  return (
    <Form>
      <Inline>
        <Button icon={Check} name="answer" value="yes">
          {t("roster.nominated.yes")}
        </Button>
        <Button icon={X} name="answer" value="no" variant="secondary">
          {t("roster.nominated.no")}
        </Button>
      </Inline>
    </Form>
  );
}

function Answered({
  status,
  slug,
  nominator,
}: {
  status: Exclude<NominationStatus, "open">;
  slug: string;
  nominator: string;
}) {
  const { t } = useText();
  const isOn = status === "accepted";
  return (
    <Notice tone={isOn ? "success" : "info"} title={t(`roster.nominated.was.${status}`, { name: nominator })}>
      <p>{t(isOn ? "roster.nominated.nowOn" : "roster.nominated.later")}</p>
      <p className="mt-3">
        <LinkButton to={`/lectures/${slug}${isOn ? "/roster" : "/join"}`}>
          {t(isOn ? "roster.join.toRoster" : "roster.nominated.toJoin")}
        </LinkButton>
      </p>
    </Notice>
  );
}

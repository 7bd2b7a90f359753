import { type SubmissionResult, useForm } from "@conform-to/react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, DateField, EmptyState, Form, Notice, Section, TextLink } from "~/ui/index.ts";
import { AwayDates } from "../away-dates.tsx";
import { AvailabilityForm } from "./availability-form.tsx";
import type { Mine } from "./mine.ts";

interface MemberOnBehalfProps {
  slug: string;
  /** ISO weekday of the lectures. */
  weekday: number;
  name: string;
  /** Null for who has left. */
  mine: Mine | null;
  answered: { result: SubmissionResult<string[]> } | undefined;
}

/** One member, for an organiser: when they can speak, a break, and off the roster. */
export function MemberOnBehalf({ slug, weekday, name, mine, answered }: MemberOnBehalfProps) {
  const { t } = useText();
  const to = (intent: string) => answerTo(intent, answered);
  const all = `/lectures/${slug}/organise/members`;
  if (!mine)
    return (
      <EmptyState title={t("roster.organise.takenOff", { name })}>
        <TextLink to={all}>{t("lectures.organise.members")}</TextLink>
      </EmptyState>
    );
  return (
    <>
      <Section
        title={name}
        intro={t("roster.organise.memberIntro", { name })}
        actions={<TextLink to={all}>{t("lectures.organise.members")}</TextLink>}
      >
        <AvailabilityForm
          weekdays={mine.weekdays}
          notBefore={mine.notBefore}
          lectureDay={weekday}
          lastResult={to("availability")}
        />
      </Section>
      <Section title={t("lectures.roster.away")}>
        <AwayDates absences={mine.absences} lastResult={to("away")} />
      </Section>
      <Section title={t("roster.organise.pauseTitle")}>
        {mine.pause ? <Paused name={name} pause={mine.pause} /> : <PauseForm lastResult={to("pause")} />}
      </Section>
      <Section title={t("roster.organise.takeOff")}>
        <p className="max-w-prose text-soft">{t("roster.organise.takeOffConfirm", { name })}</p>
        <div>
          <ActionForm
            fields={{ intent: "take-off" }}
            variant="secondary"
            confirm={t("roster.organise.takeOffConfirm", { name })}
          >
            {t("roster.organise.takeOff")}
          </ActionForm>
        </div>
      </Section>
    </>
  );
}

function Paused({ name, pause: { by, until } }: { name: string; pause: NonNullable<Mine["pause"]> }) {
  const { t, format } = useText();
  return (
    <Notice
      tone={by === "declines" ? "warning" : "info"}
      title={t(`roster.organise.pausedBy.${by}`, { name })}
    >
      {until && <p>{t("roster.state.paused", { date: format.date(until) })}</p>}
      <div className="mt-3">
        <ActionForm fields={{ intent: "resume" }} variant="secondary">
          {t("lectures.organise.resume")}
        </ActionForm>
      </div>
    </Notice>
  );
}

function PauseForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useText();
  const [form, fields] = useForm({ id: "pause", lastResult, defaultValue: { until: "" } });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="pause" />
      <DateField
        field={fields.until}
        label={t("roster.break.until")}
        hint={t("roster.organise.pauseText")}
        optional
      />
      <div>
        <Button variant="secondary">{t("lectures.organise.pause")}</Button>
      </div>
    </Form>
  );
}

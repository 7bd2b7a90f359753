import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, DateField, Form, Notice, Stack } from "~/ui/index.ts";
import { Effects } from "./effects.tsx";
import type { Mine } from "./mine.ts";

/** A break until a date, or until one says so. */
export function BreakForm({
  mine,
  lastResult,
}: {
  mine: Mine;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useText();
  const [form, fields] = useForm({ id: "pause", lastResult, defaultValue: { until: "" } });
  return (
    <Stack>
      <Effects mine={mine} of="break" />
      <Form form={form}>
        <input type="hidden" name="intent" value="pause" />
        <DateField
          field={fields.until}
          label={t("roster.break.until")}
          hint={t("roster.break.untilHint")}
          optional
        />
        <div>
          <Button variant="secondary">{t("roster.break.submit")}</Button>
        </div>
      </Form>
    </Stack>
  );
}

/** That one is asked nothing for now, until when, and the way back where it is one's own to take. */
export function OnBreak({ pause }: { pause: NonNullable<Mine["pause"]> }) {
  const { t, format } = useText();
  const { by, until } = pause;
  const text =
    by === "self"
      ? until
        ? t("roster.onBreak.until", { date: format.date(until) })
        : t("roster.onBreak.self")
      : t(by === "declines" ? "lectures.roster.pausedText" : "roster.onBreak.organiser");
  return (
    <Notice tone={by === "self" ? "info" : "warning"} title={t("lectures.roster.paused")}>
      <p>{text}</p>
      {by === "self" && (
        <div className="mt-3">
          <ActionForm fields={{ intent: "resume" }} variant="secondary">
            {t("roster.onBreak.resume")}
          </ActionForm>
        </div>
      )}
    </Notice>
  );
}

import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoDate } from "~/platform/time.ts";
import { Button, CheckboxGroup, DateField, Form } from "~/ui/index.ts";

interface AvailabilityFormProps {
  weekdays: readonly number[];
  notBefore: IsoDate | null;
  /** Of the lectures. */
  lectureDay: number;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** The weekdays somebody works, and the first day they want to speak. */
export function AvailabilityForm({ weekdays, notBefore, lectureDay, lastResult }: AvailabilityFormProps) {
  const { t, format } = useText();
  const [form, fields] = useForm({
    id: "availability",
    lastResult,
    defaultValue: { weekdays: weekdays.map(String), notBefore: notBefore ?? "" },
  });
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: format.weekday(day) }));
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="availability" />
      <CheckboxGroup
        field={fields.weekdays}
        label={t("roster.when.weekdays")}
        hint={t("roster.when.weekdaysHint", { weekday: format.weekday(lectureDay) })}
        options={days}
      />
      <DateField
        field={fields.notBefore}
        label={t("roster.when.notBefore")}
        hint={t("roster.when.notBeforeHint")}
        optional
      />
      <div>
        <Button variant="secondary">{t("roster.when.submit")}</Button>
      </div>
    </Form>
  );
}

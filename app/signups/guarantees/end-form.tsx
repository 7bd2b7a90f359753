import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { type IsoInstant, localOf } from "~/platform/time.ts";
import { Button, DateTimeField, Form, Notice } from "~/ui/index.ts";
import type { EndInput } from "./forms.ts";

export interface EndFormProps {
  endsAt: IsoInstant | null;
  hasEnded: boolean;
  mayChange: boolean;
  timeZone: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** The published time from which no seat is kept any more. */
export function EndForm({ endsAt, hasEnded, mayChange, timeZone, lastResult }: EndFormProps) {
  const { t, format } = useText();
  const local = endsAt ? localOf(endsAt, timeZone) : "";
  const [form, fields] = useForm<EndInput>({ id: "end", lastResult, defaultValue: { endsAt: local } });
  const when = endsAt ? format.moment(endsAt) : "";
  if (hasEnded) return <Notice>{t("guarantees.end.passed", { when })}</Notice>;
  if (!mayChange) return <p>{endsAt ? t("guarantees.end.is", { when }) : t("guarantees.end.open")}</p>;
  return (
    <Form form={form}>
      <input type="hidden" name="form" value="end" />
      <DateTimeField
        field={fields.endsAt}
        label={t("guarantees.end.label")}
        hint={t("guarantees.end.hint", { zone: format.zoneName(timeZone) })}
        optional
      />
      <div>
        <Button variant="secondary">{t("guarantees.end.submit")}</Button>
      </div>
    </Form>
  );
}

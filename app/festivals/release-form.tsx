import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Form, TextArea } from "~/ui/index.ts";
import type { ReleaseInput } from "./release-wish.ts";

export interface ReleaseFormProps {
  number: number;
  /** Something is warned of: it is released only when somebody says that this is meant. */
  warnings: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function ReleaseForm({ number, warnings, lastResult }: ReleaseFormProps) {
  const { t } = useText();
  const [form, fields] = useForm<ReleaseInput>({ id: "release", lastResult });
  return (
    <Form form={form}>
      <TextArea
        field={fields.note}
        label={t("festivals.releases.note")}
        hint={t("festivals.releases.noteHint")}
        rows={2}
        optional
      />
      {warnings && (
        <CheckboxField field={fields.despiteWarnings} label={t("timetable.conflicts.releaseDespite")} />
      )}
      <div>
        <Button>{t("festivals.releases.submit", { number })}</Button>
      </div>
    </Form>
  );
}

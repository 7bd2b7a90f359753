import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Form, TextArea } from "~/ui/index.ts";
import type { ReleaseInput } from "./release-wish.ts";

export interface ReleaseFormProps {
  number: number;
  /** Something overlaps: it is released only when somebody says that this is meant. */
  clashes: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function ReleaseForm({ number, clashes, lastResult }: ReleaseFormProps) {
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
      {clashes && <CheckboxField field={fields.despiteClashes} label={t("festivals.releases.despite")} />}
      <div>
        <Button>{t("festivals.releases.submit", { number })}</Button>
      </div>
    </Form>
  );
}

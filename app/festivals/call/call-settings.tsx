import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, DateTimeField, Form, Section, TextArea } from "~/ui/index.ts";
import type { CallInput } from "./call-forms.ts";

export interface CallSettingsProps {
  present: CallInput;
  timeZone: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** When proposals are taken, and what those who propose read. */
export function CallSettings({ present, timeZone, lastResult }: CallSettingsProps) {
  const { t, format } = useText();
  const zone = format.zoneName(timeZone);
  const [form, fields] = useForm<CallInput>({ id: "call", lastResult, defaultValue: present });
  return (
    <Section title={t("call.organise.when")}>
      <Form form={form}>
        <input type="hidden" name="intent" value="call" />
        <input type="hidden" name="form" value="call" />
        <div className="grid items-end gap-6 sm:grid-cols-2">
          <DateTimeField
            field={fields.opens}
            label={t("call.organise.opens")}
            hint={t("call.organise.opensHint", { zone })}
            optional
          />
          <DateTimeField
            field={fields.closes}
            label={t("call.organise.closes")}
            hint={t("call.organise.closesHint", { zone })}
            optional
          />
        </div>
        <TextArea
          field={fields.text}
          label={t("call.organise.text")}
          hint={t("call.organise.textHint")}
          optional
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button>{t("call.organise.save")}</Button>
          <p className="text-sm text-soft">{t("call.organise.saveHint")}</p>
        </div>
      </Form>
    </Section>
  );
}

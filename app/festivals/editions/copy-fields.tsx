import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, DateField, Form, RadioGroup, TextArea, TextField } from "~/ui/index.ts";
import type { CopyInput } from "./copy-form.ts";

export interface CopyFieldsProps {
  suggested: { name: string; slug: string; startsOn: string; endsOn: string };
  /** The hosts beside the lead. */
  others: string[];
  lastResult: SubmissionResult<string[]> | undefined;
}

/** All that a new edition asks, filled in. */
export function CopyFields({ suggested, others, lastResult }: CopyFieldsProps) {
  const { t, format } = useText();
  const [form, fields] = useForm<CopyInput>({
    id: "copy",
    lastResult,
    defaultValue: { ...suggested, hosts: "later" },
  });
  return (
    <Form form={form}>
      <TextField field={fields.name} label={t("festivals.fields.name")} />
      <TextField field={fields.slug} label={t("festivals.fields.slug")} hint={t("editions.copy.slugHint")} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <DateField field={fields.startsOn} label={t("festivals.fields.startsOn")} />
        <DateField field={fields.endsOn} label={t("festivals.fields.endsOn")} />
      </div>
      <CheckboxField
        field={fields.sessions}
        label={t("editions.copy.sessions")}
        hint={t("editions.copy.sessionsHint")}
      />
      {others.length > 0 && (
        <>
          <RadioGroup
            field={fields.hosts}
            label={t("editions.copy.hosts")}
            hint={t("editions.copy.hostsHint")}
            options={[
              { value: "later", label: t("editions.copy.later"), hint: t("editions.copy.laterHint") },
              {
                value: "ask",
                label: t("editions.copy.ask", { hosts: format.list(others) }),
                hint: t("editions.copy.askHint"),
              },
            ]}
          />
          <TextArea
            field={fields.message}
            label={t("festivals.hosts.askMessage")}
            hint={t("editions.copy.messageHint")}
            rows={3}
            optional
          />
        </>
      )}
      <div>
        <Button>{t("editions.copy.submit")}</Button>
      </div>
    </Form>
  );
}

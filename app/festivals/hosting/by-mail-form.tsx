import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, EmailField, Form, TextArea, TextField } from "~/ui/index.ts";

interface ByMail {
  organisationName: string;
  email: string;
  message?: string;
}

/** Asks an organisation that is not here yet. */
export function ByMailForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useText();
  const [form, fields] = useForm<ByMail>({ id: "by-mail", lastResult });
  return (
    <Form form={form}>
      <input type="hidden" name="form" value="by-mail" />
      <TextField
        field={fields.organisationName}
        label={t("hosting.byMail.organisation")}
        autoComplete="off"
      />
      <EmailField
        field={fields.email}
        label={t("hosting.byMail.email")}
        hint={t("hosting.byMail.emailHint")}
        autoComplete="off"
      />
      <TextArea
        field={fields.message}
        label={t("hosting.byMail.message")}
        hint={t("hosting.byMail.messageHint")}
        optional
      />
      <div>
        <Button>{t("hosting.byMail.submit")}</Button>
      </div>
    </Form>
  );
}

import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, SelectField, TextArea } from "~/ui/index.ts";

export interface AskHostFormProps {
  invitable: { id: string; name: string }[];
  lastResult: SubmissionResult<string[]> | undefined;
}

export function AskHostForm({ invitable, lastResult }: AskHostFormProps) {
  const { t } = useText();
  const [form, fields] = useForm<{ organisationId: string; message?: string }>({ id: "ask", lastResult });
  return (
    <Form form={form}>
      <input type="hidden" name="form" value="ask" />
      <SelectField
        field={fields.organisationId}
        label={t("festivals.hosts.askOrganisation")}
        placeholder={t("festivals.hosts.askPlaceholder")}
        options={invitable.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        field={fields.message}
        label={t("festivals.hosts.askMessage")}
        hint={t("festivals.hosts.askMessageHint")}
        optional
      />
      <div>
        <Button>{t("festivals.hosts.askSubmit")}</Button>
      </div>
    </Form>
  );
}

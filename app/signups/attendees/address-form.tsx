import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, EmailField, Form, Inline, SelectField, TextArea } from "~/ui/index.ts";
import type { SessionLine } from "./attendee.server.ts";

export interface AddressFormProps {
  sessions: SessionLine[];
  chosen?: string;
  lastResult?: SubmissionResult<string[]>;
}

/** Signs up whoever has an address. */
export function AddressForm({ sessions, chosen, lastResult }: AddressFormProps) {
  const { t, format } = useText();
  const [form, fields] = useForm({
    lastResult,
    defaultValue: { email: "", session: chosen ?? "", reason: "", over: "" },
  });
  return (
    <Form form={form}>
      <EmailField
        field={fields.email}
        autoComplete="off"
        label={t("attendees.address.email")}
        hint={t("attendees.address.emailHint")}
      />
      <SelectField
        field={fields.session}
        label={t("attendees.one.session")}
        placeholder={t("attendees.one.choose")}
        options={sessions.map((one) => ({
          value: one.id,
          label: `${one.title} (${format.sessionTime(one)})`,
        }))}
      />
      <TextArea
        field={fields.reason}
        rows={2}
        label={t("attendees.one.reason")}
        hint={t("attendees.address.reasonHint")}
      />
      <CheckboxField
        field={fields.over}
        label={t("attendees.address.over")}
        hint={t("attendees.address.overHint")}
      />
      <Inline>
        <Button>{t("attendees.address.button")}</Button>
      </Inline>
    </Form>
  );
}

import { type SubmissionResult, useForm } from "@conform-to/react";
import { roles } from "#db/schema/people.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, EmailField, Form, RadioGroup } from "~/ui/index.ts";

export function InvitationForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "invite",
    lastResult,
    defaultValue: { email: "", role: "member" },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="invite" />
      <EmailField field={fields.email} label={t("people.members.email")} autoComplete="off" />
      <RadioGroup
        field={fields.role}
        label={t("people.members.inviteRole")}
        options={roles.map((role) => ({
          value: role,
          label: t(`people.roles.${role}`),
          hint: t(`people.roleHints.${role}`),
        }))}
      />
      <div>
        <Button>{t("people.members.inviteSend")}</Button>
      </div>
    </Form>
  );
}

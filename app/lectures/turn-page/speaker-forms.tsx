import { type SubmissionResult, useForm } from "@conform-to/react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, EmailField, Form, type Option, SelectField, TextArea, TextField } from "~/ui/index.ts";

export type Answered = { result: SubmissionResult<string[]> } | undefined;

/** A colleague who said yes in person. */
export function PutForm({ colleagues, answered }: { colleagues: readonly Option[]; answered: Answered }) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "put",
    lastResult: answerTo("put", answered),
    defaultValue: { memberId: "" },
  });
  return (
    <Form form={form}>
      <p className="max-w-prose text-soft">{t("turn.page.putText")}</p>
      <input type="hidden" name="intent" value="put" />
      <SelectField
        field={fields.memberId}
        label={t("turn.page.colleague")}
        placeholder={t("turn.page.choose")}
        options={colleagues}
      />
      <div>
        <Button variant="secondary">{t("turn.page.putButton")}</Button>
      </div>
    </Form>
  );
}

/** Somebody from outside the roster. */
export function GuestForm({ partners, answered }: { partners: readonly Option[]; answered: Answered }) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "guest",
    lastResult: answerTo("guest", answered),
    defaultValue: { name: "", organisationId: "", email: "", topic: "" },
  });
  return (
    <Form form={form}>
      <p className="max-w-prose text-soft">{t("turn.page.guestText")}</p>
      <input type="hidden" name="intent" value="guest" />
      <TextField field={fields.name} label={t("turn.page.guestName")} />
      <SelectField
        field={fields.organisationId}
        label={t("turn.page.guestOrganisation")}
        placeholder={t("turn.page.guestNone")}
        options={partners}
      />
      <EmailField
        field={fields.email}
        label={t("turn.page.guestEmail")}
        hint={t("turn.page.guestEmailHint")}
        optional
      />
      <TextField field={fields.topic} label={t("turn.page.topic")} optional />
      <div>
        <Button variant="secondary">{t("turn.page.guestButton")}</Button>
      </div>
    </Form>
  );
}

/** Somebody else instead of a speaker who is ill or cannot be reached. */
export function SwapForForm({ options, answered }: { options: readonly Option[]; answered: Answered }) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "swap",
    lastResult: answerTo("swap", answered),
    defaultValue: { swap: "", message: "" },
  });
  return (
    <Form form={form}>
      <p className="max-w-prose text-soft">{t("turn.page.swapText")}</p>
      <input type="hidden" name="intent" value="swap" />
      <SelectField
        field={fields.swap}
        label={t("turn.page.swapWith")}
        placeholder={t("turn.page.choose")}
        options={options}
      />
      <TextArea
        field={fields.message}
        label={t("turn.page.swapMessage")}
        hint={t("turn.page.swapMessageHint")}
        rows={2}
        optional
      />
      <div>
        <Button variant="secondary">{t("turn.page.swapButton")}</Button>
      </div>
    </Form>
  );
}

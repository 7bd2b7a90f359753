import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Form, SelectField, TextArea, TextField, TextLink } from "~/ui/index.ts";
import { targetChoice } from "./target-words.ts";
import type { Target } from "./targets.ts";

export interface MessageFormProps {
  targets: { key: string; target: Target }[];
  words: { to: string; waiting: boolean; subject: string; body: string };
  /** What the form sends beside its fields. */
  hidden: Record<string, string>;
  result: SubmissionResult<string[]> | undefined;
  /** What saving leads to. */
  button: string;
  back: string;
}

/** To whom, and what: nothing leaves from here. */
export function MessageForm({ targets, words, hidden, result, button, back }: MessageFormProps) {
  const text = useText();
  const { t } = text;
  const [form, fields] = useForm({
    id: "words",
    lastResult: result,
    defaultValue: { ...words, waiting: words.waiting ? "on" : "" },
  });
  return (
    <Form form={form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        field={fields.to}
        label={t("messages.form.to")}
        hint={t("messages.form.toHint")}
        placeholder={t("messages.form.choose")}
        options={targets.map(({ key, target }) => ({
          value: key,
          label: targetChoice(target, text),
          group: target.kind === "gone" ? undefined : t(`messages.form.groups.${target.kind}`),
        }))}
      />
      <CheckboxField
        field={fields.waiting}
        label={t("messages.form.waiting")}
        hint={t("messages.form.waitingHint")}
      />
      <TextField field={fields.subject} label={t("messages.form.subject")} />
      <TextArea
        field={fields.body}
        label={t("messages.form.body")}
        hint={t("messages.form.bodyHint")}
        rows={10}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>{button}</Button>
        <TextLink to={back}>{t("messages.form.back")}</TextLink>
        <span className="text-sm text-soft">{t("messages.form.nothingLeaves")}</span>
      </div>
    </Form>
  );
}

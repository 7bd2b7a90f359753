import { type SubmissionResult, useForm } from "@conform-to/react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Form, TextArea, TextField, TextLink } from "~/ui/index.ts";
import type { Editing } from "./mails-page.server.ts";

export interface LetterFormProps {
  editing: Editing;
  /** The page without the form. */
  base: string;
  answered: { result: SubmissionResult<string[]> } | undefined;
}

/** The organisers' own words for a decision, or for one proposal. */
export function LetterForm({
  editing: { decision, proposal, letter, own },
  base,
  answered,
}: LetterFormProps) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "words",
    lastResult: answerTo("words", answered),
    defaultValue: letter,
  });
  const here = `${base}?edit=${decision}${proposal ? `&of=${proposal.id}` : ""}`;
  const about: Record<string, string> = proposal ? { decision, proposal: proposal.id } : { decision };
  return (
    <div id="words" className="flex flex-col gap-4">
      {proposal && <h3>{proposal.title}</h3>}
      <p className="text-sm">
        {t("review.mails.startFrom")}{" "}
        <TextLink to={`${here}&from=en#words`}>{t("review.mails.startEnglish")}</TextLink>
        {", "}
        <TextLink to={`${here}&from=nl#words`}>{t("review.mails.startDutch")}</TextLink>
      </p>
      <Form form={form}>
        <input type="hidden" name="intent" value="words" />
        {Object.entries(about).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField field={fields.subject} label={t("review.mails.subject")} />
        <TextArea
          field={fields.body}
          label={t("review.mails.body")}
          hint={t("review.mails.wordsHint")}
          rows={10}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button variant="secondary">{t("review.mails.saveWords")}</Button>
          <TextLink to={base}>{t("ui.close")}</TextLink>
        </div>
      </Form>
      {own && (
        <div>
          <ActionForm fields={{ intent: "usual", ...about }} variant="quiet" action={base}>
            {t(proposal ? "review.mails.usualOne" : "review.mails.usual")}
          </ActionForm>
        </div>
      )}
    </div>
  );
}

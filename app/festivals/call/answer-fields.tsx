import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import { Disclosure, Fieldset, RadioGroup, SelectField, Stack, TextArea, TextField } from "~/ui/index.ts";
import type { Question } from "./proposal.ts";
import { limits } from "./proposal-form.ts";
import { Rest } from "./rest.tsx";

export interface AnswerFieldsProps {
  questions: Question[];
  /** By the id of the question. */
  fields: Record<string, ConformField>;
}

/** What the organisers insist on. */
export function NeededAnswers({ questions, fields }: AnswerFieldsProps) {
  const { t } = useText();
  const needed = questions.filter((question) => question.required);
  if (needed.length === 0) return null;
  return (
    <Fieldset legend={t("call.form.questions")}>
      <AnswerList questions={needed} fields={fields} />
    </Fieldset>
  );
}

/** What they would like to know, folded away. */
export function OptionalAnswers({ questions, fields }: AnswerFieldsProps) {
  const { t } = useText();
  const optional = questions.filter((question) => !question.required);
  if (optional.length === 0) return null;
  const wrong = optional.some(({ id }) => (fields[id]?.errors ?? []).length > 0);
  return (
    <Disclosure summary={t("call.form.moreQuestions", { count: optional.length })} open={wrong}>
      <AnswerList questions={optional} fields={fields} />
    </Disclosure>
  );
}

function AnswerList({ questions, fields }: AnswerFieldsProps) {
  return (
    <Stack gap="loose">
      {questions.map((question) => {
        const field = fields[question.id];
        return field && <AnswerField key={question.id} question={question} field={field} />;
      })}
    </Stack>
  );
}

function AnswerField({ question, field }: { question: Question; field: ConformField }) {
  const { t } = useText();
  const { kind, label, hint, required, options } = question;
  const shared = { field, label, optional: !required };
  const most = kind === "long-text" ? limits.longText : limits.text;
  const counted = (
    <Rest of={field.id} most={most}>
      {hint}
    </Rest>
  );
  switch (kind) {
    case "long-text":
      return <TextArea {...shared} hint={counted} />;
    case "choice":
      return (
        <SelectField
          {...shared}
          hint={hint}
          placeholder={required ? "" : t("call.form.optionalAnswer")}
          options={options.map((option) => ({ value: option, label: option }))}
        />
      );
    case "yes-no":
      return (
        <RadioGroup
          {...shared}
          hint={hint}
          options={[
            { value: "yes", label: t("call.yes") },
            { value: "no", label: t("call.no") },
          ]}
        />
      );
    default:
      return <TextField {...shared} hint={counted} />;
  }
}

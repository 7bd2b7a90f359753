import { type SubmissionResult, useForm } from "@conform-to/react";
import { questionKinds } from "#db/schema/proposals.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Form, SelectField, TextArea, TextField } from "~/ui/index.ts";
import type { QuestionInput } from "./call-forms.ts";
import type { Question } from "./proposal.ts";

export interface QuestionFormProps {
  /** Without one the form makes a new question. */
  question?: Question;
  lastResult: SubmissionResult<string[]> | undefined;
}

export const questionFormId = (question?: { id: string }) => `question-${question?.id ?? "new"}`;

export function QuestionForm({ question, lastResult }: QuestionFormProps) {
  const { t } = useText();
  const id = questionFormId(question);
  const [form, fields] = useForm<QuestionInput>({
    id,
    lastResult,
    defaultValue: {
      kind: question?.kind ?? "text",
      label: question?.label ?? "",
      hint: question?.hint ?? "",
      required: question?.required ?? false,
      options: question?.options.join("\n") ?? "",
    },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="question" />
      <input type="hidden" name="form" value={id} />
      {question && <input type="hidden" name="id" value={question.id} />}
      <TextField field={fields.label} label={t("call.organise.questionLabel")} />
      <TextField field={fields.hint} label={t("call.organise.questionHint")} optional />
      <SelectField
        field={fields.kind}
        label={t("call.organise.questionKind")}
        options={questionKinds.map((kind) => ({ value: kind, label: t(`call.kinds.${kind}`) }))}
      />
      <TextArea
        field={fields.options}
        label={t("call.organise.questionOptions")}
        hint={t("call.organise.questionOptionsHint")}
        optional
      />
      <CheckboxField field={fields.required} label={t("call.organise.questionRequired")} />
      <div>
        <Button variant="secondary">
          {t(question ? "call.organise.save" : "call.organise.questionAdd")}
        </Button>
      </div>
    </Form>
  );
}

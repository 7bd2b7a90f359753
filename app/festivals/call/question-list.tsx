import type { SubmissionResult } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Disclosure, Section } from "~/ui/index.ts";
import { MoveButtons } from "./move-buttons.tsx";
import type { Question } from "./proposal.ts";
import { QuestionForm, questionFormId } from "./question-form.tsx";

export interface QuestionListProps {
  questions: Question[];
  /** Proposals that answered each, by its id. */
  answers: Record<string, number>;
  mayEdit: boolean;
  resultOf: (formId: string) => SubmissionResult<string[]> | undefined;
}

/** What the organisers ask beside the form. */
export function QuestionList({ questions, answers, mayEdit, resultOf }: QuestionListProps) {
  const { t } = useText();
  const added = resultOf(questionFormId());
  return (
    <Section title={t("call.organise.questions")} intro={t("call.organise.questionsIntro")} id="questions">
      {questions.length === 0 && <p className="text-soft">{t("call.organise.questionsEmpty")}</p>}
      <ol className="flex max-w-2xl flex-col">
        {questions.map((question, index) => (
          <li key={question.id} className="border-b border-line py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Summary question={question} answered={answers[question.id] ?? 0} />
              {mayEdit && (
                <MoveButtons
                  intent="move-question"
                  id={question.id}
                  name={question.label}
                  first={index === 0}
                  last={index === questions.length - 1}
                />
              )}
            </div>
            {mayEdit && (
              <Edit
                question={question}
                answered={answers[question.id] ?? 0}
                result={resultOf(questionFormId(question))}
              />
            )}
          </li>
        ))}
      </ol>
      {mayEdit && (
        <Disclosure summary={t("call.organise.questionAdd")} open={added !== undefined}>
          <QuestionForm lastResult={added} />
        </Disclosure>
      )}
    </Section>
  );
}

function Summary({ question, answered }: { question: Question; answered: number }) {
  const { t } = useText();
  const facts = [
    t(`call.kinds.${question.kind}`),
    question.required && t("call.organise.required"),
    answered > 0 && t("call.organise.questionUse", { count: answered }),
  ];
  return (
    <p className="flex-1">
      <span className="font-semibold">{question.label}</span>{" "}
      <span className="text-soft">{facts.filter(Boolean).join(" · ")}</span>
    </p>
  );
}

interface EditProps {
  question: Question;
  answered: number;
  result: SubmissionResult<string[]> | undefined;
}

function Edit({ question, answered, result }: EditProps) {
  const { t } = useText();
  const { id, label } = question;
  return (
    <Disclosure summary={t("call.organise.change", { name: label })} open={result !== undefined}>
      <QuestionForm question={question} lastResult={result} />
      <div className="mt-4">
        <ActionForm
          fields={{ intent: "remove-question", form: "remove-question", id, answers: String(answered) }}
          variant="quiet"
          size="small"
          confirm={
            answered === 0
              ? t("call.organise.questionRemoveConfirm", { label })
              : t("call.organise.questionRemoveAnswered", { label, count: answered })
          }
        >
          {t("call.organise.questionRemove")}
        </ActionForm>
      </div>
    </Disclosure>
  );
}

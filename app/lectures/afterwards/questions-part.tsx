import { useForm } from "@conform-to/react";
import { MessageCircleQuestion } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { linked } from "~/people/linked.tsx";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, Button, Disclosure, Form, Section, Stack, TextArea } from "~/ui/index.ts";
import type { Question } from "./afterwards.ts";
import { firstName } from "./first-name.ts";
import type { PartProps } from "./part-props.ts";

/** What colleagues want to know more about, and what they were answered. */
export function QuestionsPart({ left, answered }: PartProps) {
  const { t } = useText();
  const { speaker, questions, may } = left;
  const isEmpty = questions.length === 0;
  if (!speaker || !left.hasBegun || !may.readWhatColleaguesSay || (isEmpty && !may.ask)) return null;
  const name = firstName(speaker.name);
  return (
    <Section
      id="questions"
      title={t("lecture.questions.title")}
      intro={t(speaker.hasAccount ? "lecture.questions.intro" : "lecture.questions.introGuest", { name })}
    >
      {isEmpty && <p className="text-soft">{t("lecture.questions.none")}</p>}
      {!isEmpty && (
        <ul className="flex flex-col gap-6">
          {questions.map((question) => (
            <li key={question.id} className="border-s-2 border-line ps-4">
              <OneQuestion question={question} answered={answered} />
            </li>
          ))}
        </ul>
      )}
      {may.ask && <AskForm name={name} hasAccount={speaker.hasAccount} answered={answered} />}
    </Section>
  );
}

function OneQuestion({ question, answered }: { question: Question } & Pick<PartProps, "answered">) {
  const { t } = useText();
  const fields = { intent: "unask", questionId: question.id };
  return (
    <Stack gap="small">
      <p className="text-sm text-soft">{t("lecture.questions.askedBy", { name: question.asker })}</p>
      <p className="max-w-prose whitespace-pre-line break-words font-semibold">{question.question}</p>
      {question.answer ? (
        <>
          <p className="text-sm text-soft">
            {t("lecture.questions.answeredBy", { name: question.answerer ?? "" })}
          </p>
          <p className="max-w-prose whitespace-pre-line break-words">{linked(question.answer)}</p>
        </>
      ) : (
        <p>
          <Badge>{t("lecture.questions.waiting")}</Badge>
        </p>
      )}
      {question.mayAnswer && <AnswerForm question={question} answered={answered} />}
      {question.isMine && !question.answer && (
        <ActionForm fields={fields} variant="quiet" size="small">
          {t("lecture.questions.takeBack")}
        </ActionForm>
      )}
    </Stack>
  );
}

function AnswerForm({ question, answered }: { question: Question } & Pick<PartProps, "answered">) {
  const { t } = useText();
  const sent = answerTo("answer", answered);
  const lastResult = sent?.initialValue?.questionId === question.id ? sent : undefined;
  const [form, fields] = useForm({
    id: `answer-${question.id}`,
    lastResult,
    defaultValue: { answer: question.answer },
  });
  const words = question.answer ? "lecture.questions.changeAnswer" : "lecture.questions.answer";
  return (
    <Disclosure summary={t(words)} open={lastResult !== undefined}>
      <Form form={form}>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="questionId" value={question.id} />
        <TextArea
          field={fields.answer}
          label={t("lecture.questions.answerLabel")}
          hint={question.answer ? undefined : t("lecture.questions.answerHint", { name: question.asker })}
          rows={4}
        />
        <div>
          <Button variant="secondary">{t("lecture.questions.saveAnswer")}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}

function AskForm({ name, hasAccount, answered }: AskProps) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "ask",
    lastResult: answerTo("ask", answered),
    defaultValue: { question: "" },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="ask" />
      <TextArea
        field={fields.question}
        label={t("lecture.questions.label")}
        hint={t(hasAccount ? "lecture.questions.hint" : "lecture.questions.hintGuest", { name })}
        rows={2}
      />
      <div>
        <Button variant="secondary" icon={MessageCircleQuestion}>
          {t("lecture.questions.ask", { name })}
        </Button>
      </div>
    </Form>
  );
}

interface AskProps extends Pick<PartProps, "answered"> {
  name: string;
  hasAccount: boolean;
}

import { type SubmissionResult, useForm } from "@conform-to/react";
import { Check, X } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, TextArea, TextField } from "~/ui/index.ts";

export type Answered = { result: SubmissionResult<string[]> } | undefined;

export function YesForm({ topic, answered, label }: { topic: string; answered: Answered; label: string }) {
  const { t } = useText();
  const lastResult = answerTo("yes", answered);
  const [form, fields] = useForm({ id: "yes", lastResult, defaultValue: { topic } });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="yes" />
      <TextField
        field={fields.topic}
        label={t("lectures.lecture.topic")}
        hint={t("lectures.lecture.topicHint")}
        optional
      />
      <div>
        <Button icon={Check}>{label}</Button>
      </div>
    </Form>
  );
}

export function NoForm({ answered, label, main }: { answered: Answered; label: string; main: boolean }) {
  const { t } = useText();
  const lastResult = answerTo("no", answered);
  const [form, fields] = useForm({ id: "no", lastResult, defaultValue: { reason: "" } });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="no" />
      <TextArea
        field={fields.reason}
        label={t("lectures.lecture.reason")}
        hint={t("lectures.lecture.reasonHint")}
        rows={2}
        optional
      />
      <div>
        <Button icon={X} variant={main ? "primary" : "secondary"}>
          {label}
        </Button>
      </div>
    </Form>
  );
}

export function TopicForm({ topic, answered }: { topic: string; answered: Answered }) {
  const { t } = useText();
  const lastResult = answerTo("topic", answered);
  const [form, fields] = useForm({ id: "topic", lastResult, defaultValue: { topic } });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="topic" />
      <TextField
        field={fields.topic}
        label={t("lectures.lecture.topic")}
        hint={t("lectures.lecture.topicHint")}
      />
      <div>
        <Button variant={topic ? "secondary" : "primary"}>{t("lectures.lecture.saveTopic")}</Button>
      </div>
    </Form>
  );
}

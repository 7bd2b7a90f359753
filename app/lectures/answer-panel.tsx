import { type SubmissionResult, useForm } from "@conform-to/react";
import { Check, Hand, X } from "lucide-react";
import type { ReactNode } from "react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoDate } from "~/platform/time.ts";
import { Button, Card, Disclosure, Form, Stack, TextArea, TextField, TextLink } from "~/ui/index.ts";
import type { Part } from "./part.server.ts";
import { whyWords } from "./why-words.ts";

type Answered = { result: SubmissionResult<string[]> } | undefined;

interface AnswerPanelProps {
  part: Part;
  date: IsoDate;
  answered: Answered;
  /** Where a speaker asks a colleague to swap. */
  swap?: string;
}

const askedTexts = {
  alone: "lectures.lecture.asked",
  "stand-in": "lectures.lecture.askedStandIn",
  late: "lectures.lecture.askedLate",
} as const;

/** For the one who is asked, who has agreed, or who could take the week. */
export function AnswerPanel({ part, date, answered, swap }: AnswerPanelProps) {
  const { t, format } = useText();
  switch (part.is) {
    case "none":
      return null;
    case "asked":
      return (
        <Panel title={t("lectures.lecture.askedTitle")} text={t(askedTexts[part.way])}>
          {part.deadlineAt && (
            <p className="font-semibold">
              {t("lectures.lecture.answerBy", { when: format.moment(part.deadlineAt) })}
            </p>
          )}
          <YesForm
            intent="accept"
            topic={part.topic}
            answered={answered}
            label={t("lectures.lecture.accept")}
          />
          <NoForm summary={t("lectures.lecture.declineSummary")} answered={answered}>
            {t("lectures.lecture.decline")}
          </NoForm>
          <Why part={part} date={date} />
        </Panel>
      );
    case "speaks":
      return (
        <Panel title={t("lectures.lecture.yesTitle")} text={t("lectures.lecture.yesText")}>
          <TopicForm topic={part.topic} answered={answered} />
          {swap && <TextLink to={swap}>{t("swaps.link")}</TextLink>}
          <NoForm summary={t("lectures.lecture.withdrawSummary")} answered={answered}>
            {t("lectures.lecture.withdraw")}
          </NoForm>
          <Why part={part} date={date} />
        </Panel>
      );
    case "may-volunteer":
      return (
        <Panel
          title={t(part.called ? "lectures.lecture.calledTitle" : "lectures.lecture.volunteerTitle")}
          text={t(part.called ? "lectures.lecture.calledText" : "lectures.lecture.volunteerText")}
        >
          <YesForm
            intent="volunteer"
            topic={part.topic}
            answered={answered}
            label={t("lectures.lecture.volunteer")}
          />
        </Panel>
      );
  }
}

function Panel({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card id="answer">
      <Stack>
        <h2>{title}</h2>
        <p className="max-w-prose text-soft">{text}</p>
        {children}
      </Stack>
    </Card>
  );
}

function YesForm({
  intent,
  topic,
  label,
  answered,
}: {
  intent: "accept" | "volunteer";
  topic: string;
  label: string;
  answered: Answered;
}) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: intent,
    lastResult: answerTo(intent, answered),
    defaultValue: { topic },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value={intent} />
      <TextField
        field={fields.topic}
        label={t("lectures.lecture.topic")}
        hint={t("lectures.lecture.topicHint")}
        optional
      />
      <div>
        {intent === "accept" ? (
          <Button icon={Check}>{label}</Button>
        ) : (
          <Button icon={Hand} variant="secondary">
            {label}
          </Button>
        )}
      </div>
    </Form>
  );
}

export function TopicForm({ topic, answered }: { topic: string; answered: Answered }) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "topic",
    lastResult: answerTo("topic", answered),
    defaultValue: { topic },
  });
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

function NoForm({ summary, answered, children }: { summary: string; answered: Answered; children: string }) {
  const { t } = useText();
  const lastResult = answerTo("decline", answered);
  const [form, fields] = useForm({ id: "decline", lastResult, defaultValue: { reason: "" } });
  return (
    <Disclosure summary={summary} open={lastResult !== undefined}>
      <Form form={form}>
        <input type="hidden" name="intent" value="decline" />
        <TextArea
          field={fields.reason}
          label={t("lectures.lecture.reason")}
          hint={t("lectures.lecture.reasonHint")}
          rows={2}
          optional
        />
        <div>
          <Button variant="secondary" icon={X}>
            {children}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

function Why({ part, date }: { part: Extract<Part, { is: "asked" | "speaks" }>; date: IsoDate }) {
  const text = useText();
  if (!part.why) return null;
  return (
    <Disclosure summary={text.t("lectures.lecture.why")}>
      <p className="max-w-prose">{whyWords(part.why, date, text)}</p>
    </Disclosure>
  );
}

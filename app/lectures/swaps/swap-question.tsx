import { type SubmissionResult, useForm } from "@conform-to/react";
import { Check, X } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import {
  ActionForm,
  Button,
  Card,
  DescriptionList,
  Form,
  Notice,
  RadioGroup,
  Stack,
  TextField,
  Time,
} from "~/ui/index.ts";
import type { SwapView } from "./swap-view.server.ts";

type Answered = { result: SubmissionResult<string[]> } | undefined;

/** Somebody else's turn, for whoever may take it: when, where, in their words, and what each button does. */
export function SwapQuestion({ swap, answered }: { swap: SwapView; answered: Answered }) {
  const { t, format } = useText();
  const { lecture, requester, message, refusal } = swap;
  if (refusal !== null) return <Closed swap={swap} />;
  return (
    <Card>
      <Stack>
        <p className="max-w-prose">{t("swaps.question.what", { name: requester })}</p>
        {message && <blockquote className="border-s-2 border-line ps-4">{message}</blockquote>}
        <DescriptionList
          items={[
            {
              term: t("lectures.fact.when"),
              description: <Time at={lecture.startsAt}>{format.sessionTime(lecture)}</Time>,
            },
            { term: t("lectures.fact.where"), description: lecture.place },
            { term: t("swaps.question.until"), description: format.moment(swap.until) },
          ]}
        />
        <TakeForm swap={swap} answered={answered} />
        {swap.isNamed && (
          <div className="flex flex-col items-start gap-2">
            <ActionForm fields={{ intent: "decline" }} variant="quiet" icon={X}>
              {t("swaps.question.decline")}
            </ActionForm>
            <p className="text-sm text-soft">{t("swaps.question.declineText", { name: requester })}</p>
          </div>
        )}
      </Stack>
    </Card>
  );
}

function TakeForm({ swap, answered }: { swap: SwapView; answered: Answered }) {
  const { t, format } = useText();
  const [form, fields] = useForm({
    id: "take",
    lastResult: answerTo("take", answered),
    defaultValue: { returnTurnId: "", topic: "" },
  });
  const first = swap.requester.split(" ")[0] ?? swap.requester;
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="take" />
      {swap.returns.length > 0 && (
        <RadioGroup
          field={fields.returnTurnId}
          value={String(fields.returnTurnId.initialValue ?? "")}
          label={t("swaps.question.return")}
          options={[
            { value: "", label: t("swaps.question.nothing") },
            ...swap.returns.map(({ turnId, date, topic }) => ({
              value: turnId,
              label: t("swaps.question.mine", { date: format.date(date), name: first }),
              hint: topic ? t("swaps.question.mineHint", { topic }) : undefined,
            })),
          ]}
        />
      )}
      <TextField
        field={fields.topic}
        label={t("lectures.lecture.topic")}
        hint={t(swap.returns.length > 0 ? "swaps.question.topicHint" : "lectures.lecture.topicHint")}
        optional
      />
      <div className="flex flex-col items-start gap-2">
        <Button icon={Check}>{t("swaps.question.take")}</Button>
        <p className="text-sm text-soft">{t("swaps.question.takeText", { name: first })}</p>
      </div>
    </Form>
  );
}

/** Taken, ended or late: said kindly, with what that means for the reader. */
function Closed({ swap: { refusal, requester, lecture } }: { swap: SwapView }) {
  const { t, format } = useText();
  const values = { name: requester, date: format.date(lecture.date) };
  const tone = refusal === "mine" ? "success" : "info";
  return (
    <Notice tone={tone} title={t(`swaps.closed.${refusal ?? "ended"}`, values)}>
      {refusal === "mine" ? t("swaps.closed.mineText", { when: format.sessionTime(lecture) }) : null}
    </Notice>
  );
}

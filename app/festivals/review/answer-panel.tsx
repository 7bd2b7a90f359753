import { type SubmissionResult, useForm } from "@conform-to/react";
import { Check } from "lucide-react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Button, Card, Disclosure, Form, RadioGroup, Stack, TextArea } from "~/ui/index.ts";
import type { MyPart, WithdrawScope } from "./standing.ts";

type Answered = { result: SubmissionResult<string[]> } | undefined;

/** For somebody who was told that it is accepted, or in reserve: they say that they give it, or that they cannot. */
export function AnswerPanel({ part, answered }: { part: MyPart; answered: Answered }) {
  const { t, format } = useText();
  if (part.is === "none") return null;
  const { others, mayWithdraw } = part;
  const title = {
    asked: "review.answer.askedTitle",
    confirmed: "review.answer.confirmedTitle",
    waiting: "review.answer.waitingTitle",
  } as const;
  return (
    <Card id="answer">
      <Stack>
        <h2>{t(title[part.is])}</h2>
        {part.is === "asked" && (
          <>
            <p className="max-w-prose">{t("review.answer.asked")}</p>
            <div>
              <ActionForm fields={{ intent: "confirm" }} variant="primary" icon={Check}>
                {t("review.answer.confirm")}
              </ActionForm>
            </div>
          </>
        )}
        {part.is === "confirmed" && (
          <p className="max-w-prose">
            {t("review.answer.confirmed", { when: format.moment(part.since) })}{" "}
            {part.waitingFor.length > 0
              ? t(part.waitingFor.length === 1 ? "review.answer.waitingForOne" : "review.answer.waitingFor", {
                  names: format.list(part.waitingFor),
                })
              : others.length > 0 && t("review.answer.allConfirmed")}
          </p>
        )}
        {part.is === "waiting" && <p className="max-w-prose">{t("review.answer.waiting")}</p>}
        <WithdrawForm others={others} scopes={mayWithdraw} answered={answered} />
      </Stack>
    </Card>
  );
}

function WithdrawForm({
  others,
  scopes,
  answered,
}: {
  others: string[];
  scopes: WithdrawScope[];
  answered: Answered;
}) {
  const { t, format } = useText();
  const lastResult = answerTo("give-up", answered);
  const [form, fields] = useForm({
    id: "give-up",
    lastResult,
    defaultValue: { scope: scopes[0], reason: "" },
  });
  const [only] = scopes;
  if (!only) return null;
  const hints = {
    me: t(others.length === 1 ? "review.answer.meHintOne" : "review.answer.meHint", {
      names: format.list(others),
    }),
    all: t("review.answer.allHint"),
  };
  return (
    <Disclosure summary={t("review.answer.withdraw")} open={lastResult !== undefined}>
      <Form form={form}>
        <input type="hidden" name="intent" value="give-up" />
        {scopes.length === 1 ? (
          <>
            <input type="hidden" name="scope" value={only} />
            <p className="max-w-prose">{hints[only]}</p>
          </>
        ) : (
          <RadioGroup
            field={fields.scope}
            label={t("review.answer.scope")}
            options={scopes.map((scope) => ({
              value: scope,
              label: t(`review.answer.${scope}`),
              hint: hints[scope],
            }))}
          />
        )}
        <TextArea
          field={fields.reason}
          label={t("review.answer.reason")}
          hint={t("review.answer.reasonHint")}
          rows={2}
          optional
        />
        <div>
          <Button variant="danger">{t("review.answer.submit")}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}

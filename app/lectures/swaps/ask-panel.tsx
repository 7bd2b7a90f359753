import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import {
  ActionForm,
  Button,
  Card,
  Form,
  Notice,
  SelectField,
  Stack,
  TextArea,
  TextLink,
} from "~/ui/index.ts";
import type { Asking } from "./asking.server.ts";

interface AskPanelProps {
  asking: Asking;
  lecture: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** For a speaker: who is asked, or whom to ask. */
export function AskPanel({ asking, lecture, lastResult }: AskPanelProps) {
  const { t, format } = useText();
  const { open, isLate, last } = asking;
  const until = format.moment(asking.until);
  if (open)
    return (
      <Card>
        <Stack>
          <p className="font-serif text-xl">
            {open.to ? t("swaps.ask.openOne", { name: open.to }) : t("swaps.ask.openAll")}
          </p>
          <p className="max-w-prose">{t("swaps.ask.openText", { until })}</p>
          <div>
            <ActionForm fields={{ intent: "withdraw", swapId: open.id }} variant="secondary">
              {t("swaps.ask.withdraw")}
            </ActionForm>
          </div>
        </Stack>
      </Card>
    );
  return (
    <Stack>
      {(last === "declined" || last === "expired") && <Notice title={t(`swaps.ask.last.${last}`)} />}
      {isLate ? (
        <Notice tone="warning" title={t("swaps.ask.late")}>
          <TextLink to={`${lecture}#answer`}>{t("swaps.ask.giveBack")}</TextLink>
        </Notice>
      ) : (
        <AskForm asking={asking} until={until} lastResult={lastResult} />
      )}
    </Stack>
  );
}

function AskForm({
  asking,
  until,
  lastResult,
}: Pick<AskPanelProps, "asking" | "lastResult"> & { until: string }) {
  const { t } = useText();
  const [form, fields] = useForm({ id: "ask", lastResult, defaultValue: { to: "", message: "" } });
  const why = { away: "swaps.ask.optionAway", asked: "swaps.ask.optionAsked" } as const;
  return (
    <Card>
      <Stack>
        <p className="max-w-prose">{t("swaps.ask.text", { until })}</p>
        <Form form={form}>
          <input type="hidden" name="intent" value="ask" />
          <SelectField
            field={fields.to}
            label={t("swaps.ask.to")}
            hint={t("swaps.ask.toHint")}
            placeholder={t("swaps.ask.anybody")}
            options={asking.colleagues.map(({ id, name, why: reason }) => ({
              value: id,
              label: reason ? t(why[reason], { name }) : name,
              disabled: reason !== null,
            }))}
          />
          <TextArea field={fields.message} label={t("swaps.ask.message")} rows={2} optional />
          <div>
            <Button>{t("swaps.ask.button")}</Button>
          </div>
        </Form>
      </Stack>
    </Card>
  );
}

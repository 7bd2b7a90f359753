import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, TextField } from "~/ui/index.ts";

interface AskFormProps {
  /** One's own colleagues, to pick from while typing. */
  colleagues: readonly string[];
  lastResult: SubmissionResult<string[]> | undefined;
}

/** Whom one would like to come with. */
export function AskForm({ colleagues, lastResult }: AskFormProps) {
  const { t } = useText();
  const [form, fields] = useForm({ id: "ask", lastResult, defaultValue: { who: "" } });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="ask" />
      <TextField
        field={fields.who}
        label={t("parties.ask.who")}
        hint={t(colleagues.length > 0 ? "parties.ask.hint" : "parties.ask.hintAddress")}
        list={colleagues}
        autoComplete="off"
      />
      <p className="max-w-prose text-sm text-soft">{t("parties.ask.privacy")}</p>
      <div>
        <Button>{t("parties.ask.submit")}</Button>
      </div>
    </Form>
  );
}

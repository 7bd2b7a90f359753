import { useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, DateField, Form, Inline } from "~/ui/index.ts";
import type { Tried } from "./page.server.ts";

/** What a member may try about themselves: being away, or leaving. */
export function MyWhatIfForm({ given, lastResult }: Pick<Tried, "given" | "lastResult">) {
  const { t } = useText();
  const [form, fields] = useForm({
    id: "what-if",
    lastResult: lastResult ?? undefined,
    defaultValue: { from: given.from, to: given.to },
  });
  return (
    <Form form={form} method="get">
      <Inline>
        <DateField field={fields.from} label={t("roster.whatIf.mine.from")} />
        <DateField field={fields.to} label={t("lectures.roster.to")} />
      </Inline>
      <CheckboxField
        name="leave"
        id="what-if-leave"
        checked={given.without.length > 0}
        label={t("roster.whatIf.mine.leave")}
      />
      <div>
        <Button>{t("roster.whatIf.submit")}</Button>
      </div>
    </Form>
  );
}

import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Form, Inline, NumberField, RadioGroup } from "~/ui/index.ts";
import type { BulkInput } from "./forms.ts";

/** The same for all sessions to come; looking at what it does comes first. */
export function BulkForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useText();
  const [form, fields] = useForm<BulkInput>({
    id: "bulk",
    lastResult,
    defaultValue: { how: "each", seats: 2, percent: 50 },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="form" value="bulk" />
      <RadioGroup
        field={fields.how}
        label={t("guarantees.bulk.how")}
        options={[
          { value: "each", label: t("guarantees.bulk.each"), hint: t("guarantees.bulk.eachHint") },
          { value: "share", label: t("guarantees.bulk.share"), hint: t("guarantees.bulk.shareHint") },
        ]}
      />
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <NumberField field={fields.seats} label={t("guarantees.bulk.seats")} min={0} />
        <NumberField field={fields.percent} label={t("guarantees.bulk.percent")} unit="%" min={0} max={100} />
      </div>
      <CheckboxField
        field={fields.onlyFull}
        label={t("guarantees.bulk.onlyFull")}
        hint={t("guarantees.bulk.onlyFullHint")}
      />
      <PreviewButtons />
    </Form>
  );
}

/** Looking first, which changes nothing, then saving. */
export function PreviewButtons() {
  const { t } = useText();
  return (
    <>
      <Inline>
        <Button name="intent" value="preview" variant="secondary">
          {t("guarantees.preview.show")}
        </Button>
        <Button name="intent" value="save">
          {t("guarantees.preview.save")}
        </Button>
      </Inline>
      <p className="max-w-prose text-sm text-soft">{t("guarantees.preview.buttons")}</p>
    </>
  );
}

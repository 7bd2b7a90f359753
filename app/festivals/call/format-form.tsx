import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, NumberField, SelectField, TextField } from "~/ui/index.ts";
import { type FormatInput, formatKinds } from "./call-forms.ts";
import type { Format } from "./proposal.ts";

export interface FormatFormProps {
  /** Without one the form makes a new format. */
  format?: Format;
  lastResult: SubmissionResult<string[]> | undefined;
}

export const formatFormId = (format?: { id: string }) => `format-${format?.id ?? "new"}`;

export function FormatForm({ format, lastResult }: FormatFormProps) {
  const { t } = useText();
  const id = formatFormId(format);
  const [form, fields] = useForm<FormatInput>({
    id,
    lastResult,
    defaultValue: {
      name: format?.name ?? "",
      kind: format?.kind === "talk" ? "talk" : "workshop",
      durationMinutes: format?.durationMinutes ?? 60,
    },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="format" />
      <input type="hidden" name="form" value={id} />
      {format && <input type="hidden" name="id" value={format.id} />}
      <TextField
        field={fields.name}
        label={t("call.organise.formatName")}
        hint={t("call.organise.formatNameHint")}
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <NumberField
          field={fields.durationMinutes}
          label={t("call.organise.formatMinutes")}
          unit={t("call.organise.minutes")}
          min={5}
        />
        <SelectField
          field={fields.kind}
          label={t("call.organise.formatKind")}
          options={formatKinds.map((kind) => ({ value: kind, label: t(`festivals.kinds.${kind}`) }))}
        />
      </div>
      <div>
        <Button variant="secondary">{t(format ? "call.organise.save" : "call.organise.formatAdd")}</Button>
      </div>
    </Form>
  );
}

import { type SubmissionResult, useForm } from "@conform-to/react";
import { z } from "zod";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, TextArea } from "~/ui/index.ts";

export const rollBackForm = z.object({ note: z.string().trim().max(1000).default("") });

export interface RollBackFormProps {
  /** The release to go back to, and the number it comes back under. */
  to: number;
  number: number;
  lastResult: SubmissionResult<string[]> | undefined;
}

export function RollBackForm({ to, number, lastResult }: RollBackFormProps) {
  const { t } = useText();
  const [form, fields] = useForm<z.input<typeof rollBackForm>>({ id: "roll-back", lastResult });
  return (
    <Form form={form}>
      <TextArea
        field={fields.note}
        label={t("festivals.releases.note")}
        hint={t("editions.rollBack.noteHint")}
        rows={2}
        optional
      />
      <div>
        <Button>{t("editions.rollBack.submit", { to, number })}</Button>
      </div>
    </Form>
  );
}

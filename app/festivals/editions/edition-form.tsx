import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import type { Variant } from "~/ui/button.tsx";
import { Button, CheckboxField, DateField, Form, TextArea } from "~/ui/index.ts";

export interface EditionFormProps {
  /** Which decision; also the id of the form. */
  decision: "reschedule" | "postpone" | "cancel" | "reinstate";
  submit: string;
  variant?: Variant;
  /** Asks for a first day, with this one filled in. */
  startsOn?: string;
  /** Has to be ticked. */
  sure?: string;
  reasonHint: string;
  lastResult: SubmissionResult<string[]> | undefined;
  children?: ReactNode;
}

interface Fields {
  startsOn: string;
  reason: string;
  sure: boolean;
}

/** One decision about a whole festival, with what everybody reads of it. */
export function EditionForm(props: EditionFormProps) {
  const { t } = useText();
  const { decision, submit, variant = "secondary", startsOn, sure, reasonHint, lastResult, children } = props;
  const [form, fields] = useForm<Fields>({ id: decision, lastResult, defaultValue: { startsOn } });
  return (
    <Form form={form}>
      <input type="hidden" name="form" value={decision} />
      {startsOn !== undefined && (
        <DateField
          field={fields.startsOn}
          label={t("editions.reschedule.startsOn")}
          hint={t("editions.reschedule.startsOnHint")}
        />
      )}
      <TextArea
        field={fields.reason}
        label={t("editions.reason")}
        hint={reasonHint}
        rows={3}
        optional={decision === "reinstate"}
      />
      {children}
      {sure && <CheckboxField field={fields.sure} label={sure} />}
      <div>
        <Button variant={variant}>{submit}</Button>
      </div>
    </Form>
  );
}

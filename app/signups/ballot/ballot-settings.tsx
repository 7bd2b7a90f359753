import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, DateTimeField, Form, RadioGroup, Section } from "~/ui/index.ts";
import type { BallotInput } from "./ballot-forms.ts";

export interface BallotSettingsProps {
  present: { opens: string; closes: string; mode: string };
  isNew: boolean;
  timeZone: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** From when until when wishes are taken, and how the seats are given then. */
export function BallotSettings({ present, isNew, timeZone, lastResult }: BallotSettingsProps) {
  const { t, format } = useText();
  const zone = format.zoneName(timeZone);
  const [form, fields] = useForm<BallotInput>({ id: "ballot", lastResult, defaultValue: present });
  return (
    <Section
      title={t(isNew ? "ballot.organise.make" : "ballot.organise.settings")}
      intro={isNew ? t("ballot.organise.makeHint") : undefined}
    >
      <Form form={form}>
        <input type="hidden" name="intent" value="ballot" />
        <div className="grid items-end gap-6 sm:grid-cols-2">
          <DateTimeField
            field={fields.opens}
            label={t("ballot.organise.opens")}
            hint={t("ballot.organise.opensHint", { zone })}
            optional
          />
          <DateTimeField
            field={fields.closes}
            label={t("ballot.organise.closes")}
            hint={t("ballot.organise.closesHint", { zone })}
          />
        </div>
        <RadioGroup
          field={fields.mode}
          label={t("ballot.organise.mode")}
          options={(["fewest-without", "turns"] as const).map((mode) => ({
            value: mode,
            label: t(`ballot.modes.${mode}`),
            hint: t(`ballot.modeHints.${mode}`),
          }))}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button variant={isNew ? "primary" : "secondary"}>
            {t(isNew ? "ballot.organise.makeSubmit" : "ballot.organise.save")}
          </Button>
          <p className="text-sm text-soft">{t("ballot.organise.saveHint")}</p>
        </div>
      </Form>
    </Section>
  );
}

import { type SubmissionResult, useForm } from "@conform-to/react";
import { locales } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { timeZoneOptions } from "~/platform/time-zones.ts";
import { Button, ColourField, Form, SelectField, TextField } from "~/ui/index.ts";
import type { OrganisationFacts } from "./organisation-form.ts";

interface OrganisationFactsFormProps {
  organisation: Omit<OrganisationFacts, "language"> & { language: string };
  lastResult: SubmissionResult<string[]> | undefined;
}

export function OrganisationFactsForm({ organisation, lastResult }: OrganisationFactsFormProps) {
  const { t } = useText();
  const { name, colour, language, timeZone } = organisation;
  const [form, fields] = useForm({
    id: "facts",
    lastResult,
    defaultValue: { name, colour, language, timeZone },
  });
  return (
    <Form form={form}>
      <input type="hidden" name="intent" value="facts" />
      <TextField field={fields.name} label={t("people.edit.name")} />
      <ColourField field={fields.colour} label={t("people.edit.colour")} hint={t("people.edit.colourHint")} />
      <SelectField
        field={fields.language}
        label={t("people.edit.language")}
        hint={t("people.edit.languageHint")}
        options={locales.map((value) => ({ value, label: t(`people.languages.${value}`) }))}
      />
      <SelectField
        field={fields.timeZone}
        label={t("people.edit.timeZone")}
        options={timeZoneOptions(timeZone)}
      />
      <div>
        <Button>{t("people.edit.save")}</Button>
      </div>
    </Form>
  );
}

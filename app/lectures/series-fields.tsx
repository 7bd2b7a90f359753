import type { FieldMetadata } from "@conform-to/react";
import { locales } from "~/platform/i18n/languages.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { timeZoneOptions } from "~/platform/time-zones.ts";
import {
  CheckboxGroup,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from "~/ui/index.ts";
import type { SettingsFields } from "./series-form.ts";
import { useSeriesLabels } from "./series-labels.ts";

type Fields = { [K in keyof SettingsFields]: FieldMetadata<unknown> };

/** What a new series is asked for and what may be changed later. */
export function SeriesFields({
  fields,
  partners,
  timeZone,
}: {
  fields: Fields;
  /** The organisations that may take part beside the one that leads. */
  partners: readonly { id: string; name: string }[];
  timeZone: string;
}) {
  const { t, format } = useText();
  const labels = useSeriesLabels();
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: format.weekday(day) }));
  return (
    <>
      <TextField field={fields.name} label={labels.name} hint={t("lectures.form.nameHint")} />
      <TextArea
        field={fields.description}
        label={labels.description}
        hint={t("lectures.form.descriptionHint")}
        rows={3}
        optional
      />
      <SelectField field={fields.weekday} label={labels.weekday} options={weekdays} />
      <TimeField field={fields.localTime} label={labels.localTime} hint={t("lectures.form.timeHint")} />
      <SelectField field={fields.timeZone} label={labels.timeZone} options={timeZoneOptions(timeZone)} />
      <TextField field={fields.place} label={labels.place} hint={t("lectures.form.placeHint")} />
      <NumberField
        field={fields.durationMinutes}
        label={labels.durationMinutes}
        unit={t("lectures.form.minutesUnit")}
        min={1}
        max={120}
      />
      <TextArea
        field={fields.houseRules}
        label={labels.houseRules}
        hint={t("lectures.form.rulesHint")}
        rows={3}
        optional
      />
      <SelectField
        field={fields.language}
        label={labels.language}
        options={locales.map((value) => ({ value, label: t(`people.languages.${value}`) }))}
      />
      <RadioGroup
        field={fields.visibility}
        label={labels.visibility}
        options={[
          { value: "public", label: t("lectures.form.public"), hint: t("lectures.form.publicHint") },
          { value: "hosts", label: t("lectures.form.hosts"), hint: t("lectures.form.hostsHint") },
        ]}
      />
      {partners.length > 0 && (
        <CheckboxGroup
          field={fields.partners}
          label={labels.partners}
          hint={t("lectures.form.partnersHint")}
          optional
          options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <RadioGroup
        field={fields.rosterMode}
        label={labels.rosterMode}
        options={[
          { value: "per-head", label: t("lectures.form.perHead"), hint: t("lectures.form.perHeadHint") },
          {
            value: "per-organisation",
            label: t("lectures.form.perOrganisation"),
            hint: t("lectures.form.perOrganisationHint"),
          },
        ]}
      />
    </>
  );
}

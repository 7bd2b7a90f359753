import { useText } from "~/platform/i18n/text.tsx";
import { timeZoneOptions } from "~/platform/time-zones.ts";
import type { ConformField } from "~/ui/field.tsx";
import { DateField, Inline, RadioGroup, SelectField, TextArea, TextField } from "~/ui/index.ts";
import { useFestivalLabels } from "./festival-labels.ts";
import { languageOptions } from "./languages.ts";

type Name =
  | "outcome"
  | "name"
  | "slug"
  | "theme"
  | "startsOn"
  | "endsOn"
  | "timeZone"
  | "language"
  | "visibility";

export interface FestivalFieldsProps {
  fields: Record<Name, ConformField>;
  /** The address, where it cannot change any more. */
  fixedAddress?: string;
}

/** What a festival is, its intended outcome first. */
export function FestivalFields({ fields, fixedAddress }: FestivalFieldsProps) {
  const { t, locale } = useText();
  const labels = useFestivalLabels();
  const chosen = (field: ConformField) =>
    typeof field.initialValue === "string" ? field.initialValue : undefined;
  return (
    <>
      <TextArea field={fields.outcome} label={labels.outcome} hint={t("festivals.fields.outcomeHint")} />
      <TextField field={fields.name} label={labels.name} hint={t("festivals.fields.nameHint")} />
      {fixedAddress ? (
        <p className="text-soft">{t("festivals.fields.slugFixed", { address: fixedAddress })}</p>
      ) : (
        <TextField
          field={fields.slug}
          label={labels.slug}
          hint={t("festivals.fields.slugHint")}
          spellCheck={false}
          autoCapitalize="none"
          optional
        />
      )}
      <Inline gap="loose">
        <DateField field={fields.startsOn} label={labels.startsOn} />
        <DateField field={fields.endsOn} label={labels.endsOn} />
      </Inline>
      <SelectField
        field={fields.timeZone}
        label={labels.timeZone}
        hint={t("festivals.fields.timeZoneHint")}
        options={timeZoneOptions(chosen(fields.timeZone))}
      />
      <SelectField
        field={fields.language}
        label={labels.language}
        options={languageOptions(locale, chosen(fields.language))}
      />
      <RadioGroup
        field={fields.visibility}
        label={labels.visibility}
        options={[
          {
            value: "public",
            label: t("festivals.fields.visibilityPublic"),
            hint: t("festivals.fields.visibilityPublicHint"),
          },
          {
            value: "hosts",
            label: t("festivals.fields.visibilityHosts"),
            hint: t("festivals.fields.visibilityHostsHint"),
          },
        ]}
      />
      <TextField field={fields.theme} label={labels.theme} optional />
    </>
  );
}

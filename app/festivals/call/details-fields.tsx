import { sessionLevels } from "#db/schema/sessions.ts";
import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import { Disclosure, NumberField, SelectField, Stack, TextArea, TextField } from "~/ui/index.ts";
import { languageOptions } from "../languages.ts";
import type { ProposalChoices } from "./proposal-choices.ts";
import { limits } from "./proposal-form.ts";
import { Rest } from "./rest.tsx";

const names = ["trackId", "language", "level", "size", "topics", "equipment", "notes"] as const;

export interface DetailsFieldsProps {
  fields: Record<(typeof names)[number], ConformField>;
  choices: ProposalChoices;
}

/** What helps organisers to place it and may stay as it is. */
export function DetailsFields({ fields, choices }: DetailsFieldsProps) {
  const { t, locale } = useText();
  const wrong = names.some((name) => (fields[name].errors ?? []).length > 0);
  const present = fields.language.initialValue;
  return (
    <Disclosure
      open={wrong}
      summary={
        <span>
          {t("call.form.more")} <span className="font-normal text-soft">({t("call.form.moreHint")})</span>
        </span>
      }
    >
      <Stack gap="loose">
        <div className="grid items-end gap-6 sm:grid-cols-2">
          {choices.tracks.length > 0 && (
            <SelectField
              field={fields.trackId}
              label={t("call.form.track")}
              placeholder={t("call.form.noTrack")}
              options={choices.tracks.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField
            field={fields.language}
            label={t("call.form.language")}
            options={languageOptions(locale, typeof present === "string" ? present : undefined)}
          />
          <SelectField
            field={fields.level}
            label={t("call.form.level")}
            options={sessionLevels.map((level) => ({ value: level, label: t(`call.levels.${level}`) }))}
          />
        </div>
        <NumberField
          field={fields.size}
          label={t("call.form.size")}
          hint={t("call.form.sizeHint")}
          unit={t("call.form.people")}
          min={1}
          optional
        />
        <TextField
          field={fields.topics}
          label={t("call.form.topics")}
          hint={t("call.form.topicsHint")}
          optional
        />
        <TextArea
          field={fields.equipment}
          label={t("call.form.equipment")}
          hint={
            <Rest of={fields.equipment.id} most={limits.equipment}>
              {t("call.form.equipmentHint")}
            </Rest>
          }
          rows={2}
          optional
        />
        <TextArea
          field={fields.notes}
          label={t("call.form.notes")}
          hint={
            <Rest of={fields.notes.id} most={limits.notes}>
              {t("call.form.notesHint")}
            </Rest>
          }
          rows={2}
          optional
        />
      </Stack>
    </Disclosure>
  );
}

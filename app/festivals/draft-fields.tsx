import { sessionLevels } from "#db/schema/sessions.ts";
import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import {
  CheckboxField,
  DateField,
  Fieldset,
  Inline,
  NumberField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from "~/ui/index.ts";
import { festivalSessionKinds, longestMinutes } from "./draft-form.ts";
import { useDraftLabels } from "./draft-labels.ts";
import { languageOptions } from "./languages.ts";
import { type ListField, SpeakerFields } from "./speaker-fields.tsx";

export interface DraftChoices {
  hosts: { id: string; name: string }[];
  tracks: { id: string; name: string }[];
  rooms: { id: string; name: string; capacity: number | null }[];
  timeZone: string;
  startsOn: string;
  endsOn: string;
}

type Name =
  | "kind"
  | "title"
  | "abstract"
  | "organisationId"
  | "trackId"
  | "language"
  | "roomId"
  | "place"
  | "date"
  | "time"
  | "durationMinutes"
  | "allDay"
  | "level"
  | "equipment"
  | "capacity";

export interface DraftFieldsProps {
  fields: Record<Name, ConformField> & { speakers: ListField };
  choices: DraftChoices;
  /** Names of the speakers who are people of ours. */
  linked: string[];
  /** People who have a seat in it, when attendees know it. */
  seatsTaken: number | null;
}

/** What a session is, who gives it, when, where and for how many. */
export function DraftFields({ fields, choices, linked, seatsTaken }: DraftFieldsProps) {
  const { t, locale } = useText();
  const labels = useDraftLabels();
  const kinds = festivalSessionKinds.map((kind) => ({ value: kind, label: t(`festivals.kinds.${kind}`) }));
  const named = (list: { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const language = fields.language.initialValue;
  return (
    <>
      <TextField field={fields.title} label={labels.title} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <SelectField field={fields.kind} label={labels.kind} options={kinds} />
        <SelectField
          field={fields.language}
          label={labels.language}
          options={languageOptions(locale, typeof language === "string" ? language : undefined)}
        />
        {choices.hosts.length > 1 ? (
          <SelectField
            field={fields.organisationId}
            label={labels.organisationId}
            options={named(choices.hosts)}
          />
        ) : (
          <input type="hidden" name={fields.organisationId.name} value={choices.hosts[0]?.id} />
        )}
        <SelectField
          field={fields.level}
          label={labels.level}
          options={sessionLevels.map((level) => ({ value: level, label: t(`sessions.levels.${level}`) }))}
        />
        {choices.tracks.length > 0 && (
          <SelectField
            field={fields.trackId}
            label={labels.trackId}
            placeholder={t("festivals.session.noTrack")}
            options={named(choices.tracks)}
          />
        )}
      </div>
      <TextArea
        field={fields.abstract}
        label={labels.abstract}
        hint={t("festivals.session.abstractHint")}
        optional
      />
      <SpeakerFields field={fields.speakers} linked={linked} />
      <WhenFields fields={fields} choices={choices} />
      <WhereFields fields={fields} choices={choices} />
      <NumberField
        field={fields.capacity}
        label={labels.capacity}
        hint={
          seatsTaken === null
            ? t("festivals.session.seatsHint")
            : t("festivals.session.seatsReleased", { count: seatsTaken })
        }
        min={1}
        optional
      />
    </>
  );
}

type PartProps = Pick<DraftFieldsProps, "fields" | "choices">;

function WhenFields({ fields, choices }: PartProps) {
  const { t, format } = useText();
  const labels = useDraftLabels();
  return (
    <Fieldset
      legend={t("festivals.session.whenTitle")}
      hint={t("festivals.session.whenHint", { zone: format.zoneName(choices.timeZone) })}
    >
      <Inline gap="loose">
        <DateField field={fields.date} label={labels.date} min={choices.startsOn} max={choices.endsOn} />
        <TimeField field={fields.time} label={labels.time} />
        <NumberField
          field={fields.durationMinutes}
          label={labels.durationMinutes}
          unit={t("festivals.session.minutes")}
          min={1}
          max={longestMinutes}
        />
      </Inline>
      <CheckboxField field={fields.allDay} label={labels.allDay} hint={t("festivals.session.allDayHint")} />
    </Fieldset>
  );
}

function WhereFields({ fields, choices }: PartProps) {
  const { t } = useText();
  const labels = useDraftLabels();
  const label = ({ name, capacity }: DraftChoices["rooms"][number]) =>
    capacity === null ? name : t("festivals.session.roomOption", { room: name, count: capacity });
  return (
    <Fieldset legend={t("festivals.session.whereTitle")}>
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <SelectField
          field={fields.roomId}
          label={labels.roomId}
          placeholder={t("festivals.session.noRoom")}
          options={choices.rooms.map((room) => ({ value: room.id, label: label(room) }))}
        />
        <TextField
          field={fields.place}
          label={labels.place}
          hint={t("festivals.session.placeHint")}
          optional
        />
      </div>
      <TextField
        field={fields.equipment}
        label={labels.equipment}
        hint={t("festivals.session.equipmentHint")}
        optional
      />
    </Fieldset>
  );
}

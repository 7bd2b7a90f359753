import { useText } from "~/platform/i18n/text.tsx";
import { CheckboxField, FilterBar, SelectField } from "~/ui/index.ts";
import type { FilterChoices, ProgrammeFilter } from "./filter.ts";

/** Narrows the programme in its address; day and view stay as they are. */
export function ProgrammeFilters({ filter, choices }: { filter: ProgrammeFilter; choices: FilterChoices }) {
  const { t, format } = useText();
  const hosts = choices.hosts.map((host) => ({ value: host.slug, label: host.name }));
  const tracks = choices.tracks.map((track) => ({ value: track, label: track }));
  const languages = choices.languages.map((code) => ({ value: code, label: format.language(code) }));
  return (
    <FilterBar label={t("programme.filters.label")}>
      {filter.day && <input type="hidden" name="day" value={filter.day} />}
      {filter.view === "list" && <input type="hidden" name="view" value="list" />}
      {hosts.length > 0 && (
        <SelectField
          name="host"
          label={t("programme.filters.host")}
          placeholder={t("programme.filters.anyHost")}
          options={hosts}
          value={filter.host ?? undefined}
        />
      )}
      {tracks.length > 0 && (
        <SelectField
          name="track"
          label={t("programme.filters.track")}
          placeholder={t("programme.filters.anyTrack")}
          options={tracks}
          value={filter.track ?? undefined}
        />
      )}
      {languages.length > 0 && (
        <SelectField
          name="language"
          label={t("programme.filters.language")}
          placeholder={t("programme.filters.anyLanguage")}
          options={languages}
          value={filter.language ?? undefined}
        />
      )}
      <CheckboxField name="free" label={t("programme.filters.free")} checked={filter.free} />
    </FilterBar>
  );
}

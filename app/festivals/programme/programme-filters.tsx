import { SlidersHorizontal } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { CheckboxField, FilterBar, Icon, type Option, SelectField, TextField } from "~/ui/index.ts";
import type { FilterChoices, ProgrammeFilter } from "./filter.ts";

const narrowing = ["host", "track", "language", "level", "kind"] as const;

/** Narrows the programme in its address; day and view stay as they are. */
export function ProgrammeFilters({ filter, choices }: { filter: ProgrammeFilter; choices: FilterChoices }) {
  const { t, format } = useText();
  const options: Record<(typeof narrowing)[number], Option[]> = {
    host: choices.hosts.map((host) => ({ value: host.slug, label: host.name })),
    track: choices.tracks.map((track) => ({ value: track, label: track })),
    language: choices.languages.map((code) => ({ value: code, label: format.language(code) })),
    level: choices.levels.map((level) => ({ value: level, label: t(`programme.levels.${level}`) })),
    kind: choices.kinds.map((kind) => ({ value: kind, label: t(`programme.kinds.${kind}`) })),
  };
  const set = narrowing.some((name) => filter[name]) || filter.free || filter.favourites;
  return (
    <FilterBar label={t("programme.filters.label")}>
      {filter.day && <input type="hidden" name="day" value={filter.day} />}
      {filter.view && <input type="hidden" name="view" value={filter.view} />}
      <div className="col-span-2 sm:min-w-64">
        <TextField
          type="search"
          name="q"
          label={t("programme.filters.q")}
          value={filter.q ?? undefined}
          autoComplete="off"
        />
      </div>
      <label className="more-filters button col-span-2" data-variant="secondary">
        <input type="checkbox" className="sr-only" defaultChecked={set} />
        <Icon of={SlidersHorizontal} size={18} />
        {t("programme.filters.more")}
      </label>
      {narrowing
        .filter((name) => options[name].length > 0)
        .map((name) => (
          <div key={name} className="filter">
            <SelectField
              id={`filter-${name}`}
              name={name}
              label={t(`programme.filters.${name}`)}
              placeholder={t(`programme.filters.any.${name}`)}
              options={options[name]}
              value={filter[name] ?? undefined}
            />
          </div>
        ))}
      <div className="filter">
        <CheckboxField name="free" label={t("programme.filters.free")} checked={filter.free} />
      </div>
      <div className="filter">
        <CheckboxField
          name="favourites"
          label={t("programme.filters.favourites")}
          checked={filter.favourites}
        />
      </div>
    </FilterBar>
  );
}

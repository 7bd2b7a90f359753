import { sessionLevels } from "#db/schema/sessions.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { FilterBar, SelectField, TextField } from "~/ui/index.ts";
import { type ReviewFilter, reviewOrders, reviewReads, reviewStates } from "./filter.ts";

export interface ReviewChoices {
  hosts: { slug: string; name: string }[];
  tracks: { id: string; name: string }[];
  formats: { id: string; name: string }[];
  languages: string[];
}

/** Narrows the overview, in its address. A choice of one is no choice and is left out. */
export function ReviewFilters({ filter, choices }: { filter: ReviewFilter; choices: ReviewChoices }) {
  const { t, format } = useText();
  const { hosts, tracks, formats, languages } = choices;
  return (
    <FilterBar>
      <SelectField
        name="state"
        value={filter.state}
        label={t("review.overview.filters.state")}
        options={reviewStates.map((value) => ({
          value,
          label: t(`review.overview.filters.states.${value}`),
        }))}
      />
      <SelectField
        name="read"
        value={filter.read}
        label={t("review.overview.filters.read")}
        options={reviewReads.map((value) => ({ value, label: t(`review.overview.filters.reads.${value}`) }))}
      />
      <Choice
        name="host"
        value={filter.host}
        label={t("review.overview.filters.host")}
        placeholder={t("review.overview.filters.everyHost")}
        options={hosts.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Choice
        name="track"
        value={filter.track}
        label={t("review.overview.filters.track")}
        placeholder={t("review.overview.filters.everyTrack")}
        options={tracks.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choice
        name="format"
        value={filter.format}
        label={t("review.overview.filters.format")}
        placeholder={t("review.overview.filters.everyFormat")}
        options={formats.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choice
        name="language"
        value={filter.language}
        label={t("review.overview.filters.language")}
        placeholder={t("review.overview.filters.everyLanguage")}
        options={languages.map((code) => ({ value: code, label: format.language(code) }))}
      />
      <Choice
        name="level"
        value={filter.level}
        label={t("review.overview.filters.level")}
        placeholder={t("review.overview.filters.everyLevel")}
        options={sessionLevels.map((level) => ({ value: level, label: t(`review.levels.${level}`) }))}
      />
      <SelectField
        name="order"
        value={filter.order}
        label={t("review.overview.filters.order")}
        options={reviewOrders.map((value) => ({
          value,
          label: t(`review.overview.filters.orders.${value}`),
        }))}
      />
      <TextField name="q" value={filter.text} label={t("review.overview.filters.search")} />
    </FilterBar>
  );
}

interface ChoiceProps {
  name: string;
  value: string | null;
  label: string;
  placeholder: string;
  options: { value: string; label: string }[];
}

function Choice({ value, options, ...props }: ChoiceProps) {
  if (options.length < 2 && value === null) return null;
  return <SelectField {...props} value={value ?? ""} options={options} />;
}

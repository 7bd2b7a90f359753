import { useText } from "~/platform/i18n/text.tsx";
import { FilterBar, SelectField } from "~/ui/index.ts";
import { type DraftFilter, draftOrders, draftStates } from "./draft.ts";

export interface DraftFiltersProps {
  filter: DraftFilter;
  hosts: { slug: string; name: string }[];
  tracks: { id: string; name: string }[];
}

export function DraftFilters({ filter, hosts, tracks }: DraftFiltersProps) {
  const { t } = useText();
  return (
    <FilterBar>
      <SelectField
        name="state"
        value={filter.state}
        label={t("festivals.sessions.filterState")}
        options={draftStates.map((state) => ({
          value: state,
          label: t(`festivals.sessions.states.${state}`),
        }))}
      />
      {hosts.length > 1 && (
        <SelectField
          name="host"
          value={filter.host ?? ""}
          label={t("festivals.sessions.filterHost")}
          placeholder={t("festivals.sessions.everyHost")}
          options={hosts.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
      {tracks.length > 0 && (
        <SelectField
          name="track"
          value={filter.track ?? ""}
          label={t("festivals.sessions.filterTrack")}
          placeholder={t("festivals.sessions.everyTrack")}
          options={tracks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField
        name="order"
        value={filter.order}
        label={t("festivals.sessions.filterOrder")}
        options={draftOrders.map((order) => ({
          value: order,
          label: t(`festivals.sessions.orders.${order}`),
        }))}
      />
    </FilterBar>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { FilterBar, SelectField, TextField } from "~/ui/index.ts";
import { type AttendeeFilter, listedStatuses, orders, shows } from "./filter.ts";

export interface AttendeeFiltersProps {
  filter: AttendeeFilter;
  sessions: {
    id: string;
    title: string;
    startsAt: IsoInstant;
    endsAt: IsoInstant;
    timeZone: string;
    organisation: { slug: string; name: string };
  }[];
}

/** Narrows the list, in its address. */
export function AttendeeFilters({ filter, sessions }: AttendeeFiltersProps) {
  const { t, format } = useText();
  const slots = new Map(sessions.map((one) => [Date.parse(one.startsAt), one]));
  const hosts = new Map(sessions.map(({ organisation }) => [organisation.slug, organisation.name]));
  return (
    <FilterBar>
      <TextField type="search" name="q" value={filter.text} label={t("attendees.filters.search")} />
      <SelectField
        name="show"
        value={filter.show}
        label={t("attendees.filters.show")}
        options={shows.map((value) => ({ value, label: t(`attendees.filters.shows.${value}`) }))}
      />
      <SelectField
        name="status"
        value={filter.status ?? ""}
        label={t("attendees.filters.status")}
        placeholder={t("attendees.filters.anyStatus")}
        options={listedStatuses.map((value) => ({ value, label: t(`attendees.statuses.${value}`) }))}
      />
      <SelectField
        name="slot"
        value={filter.slot ?? ""}
        label={t("attendees.filters.slot")}
        placeholder={t("attendees.filters.anySlot")}
        options={[...slots.values()].map((one) => ({
          value: one.startsAt,
          label: format.sessionTime(one),
        }))}
      />
      <SelectField
        name="session"
        value={filter.session ?? ""}
        label={t("attendees.filters.session")}
        placeholder={t("attendees.filters.anySession")}
        options={sessions.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {hosts.size > 1 && (
        <SelectField
          name="host"
          value={filter.host ?? ""}
          label={t("attendees.filters.host")}
          placeholder={t("attendees.filters.anyHost")}
          options={[...hosts].map(([value, label]) => ({ value, label }))}
        />
      )}
      <SelectField
        name="order"
        value={filter.order}
        label={t("attendees.filters.order")}
        options={orders.map((value) => ({ value, label: t(`attendees.filters.orders.${value}`) }))}
      />
    </FilterBar>
  );
}

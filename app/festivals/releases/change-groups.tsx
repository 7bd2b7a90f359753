import { useText } from "~/platform/i18n/text.tsx";
import { FilterBar, SelectField } from "~/ui/index.ts";
import { ChangeList, type ChangeListProps } from "../change-list.tsx";
import { type ChangeFilter, changeGroups, filterChanges, groupChanges } from "./group.ts";

export interface ChangeGroupsProps extends ChangeListProps {
  filter: ChangeFilter;
  hosts: { id: string; name: string }[];
}

/** From how many changes on a reader wants to narrow them down. */
const many = 8;

/** Changes under headings that say what kind they are; a long list can be narrowed down. */
export function ChangeGroups({ changes, filter, hosts, ...list }: ChangeGroupsProps) {
  const { t } = useText();
  const shown = filterChanges(changes, filter);
  return (
    <>
      {changes.length > many && <ChangeFilters filter={filter} hosts={hosts} />}
      {shown.length === 0 && <p className="text-soft">{t("editions.changes.none")}</p>}
      {groupChanges(shown).map(({ group, changes: some }) => (
        <div key={group}>
          <h3 className="text-lg">{t(`editions.changes.groups.${group}`, { count: some.length })}</h3>
          <ChangeList changes={some} {...list} />
        </div>
      ))}
    </>
  );
}

function ChangeFilters({ filter, hosts }: Pick<ChangeGroupsProps, "filter" | "hosts">) {
  const { t } = useText();
  return (
    <FilterBar>
      <SelectField
        name="kind"
        value={filter.kind ?? ""}
        label={t("editions.changes.kind")}
        placeholder={t("editions.changes.everyKind")}
        options={changeGroups.map((value) => ({ value, label: t(`editions.changes.kinds.${value}`) }))}
      />
      {hosts.length > 1 && (
        <SelectField
          name="host"
          value={filter.host ?? ""}
          label={t("festivals.sessions.filterHost")}
          placeholder={t("festivals.sessions.everyHost")}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FilterBar>
  );
}

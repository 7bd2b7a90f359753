import { useLocation } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Tabs } from "~/ui/index.ts";
import { type Area, areaOf, areas, type Page } from "./organise-areas.ts";

/** The organisers' pages of a festival; who is only asked to host sees what they are asked. */
export function OrganiseTabs({ base, organises }: { base: string; organises: boolean }) {
  const { t } = useText();
  const here = areaOf(useLocation().pathname.slice(base.length));
  const shown = organises ? areas : areas.filter(({ name }) => name === "hosts");
  const tabOf = ({ name, path }: Page | (Area & { path: string })) => ({
    label: t(`festivals.organise.tabs.${name}`),
    to: base + path,
  });
  return (
    <div className="flex flex-col">
      <Tabs
        label={t("festivals.organise.tabs.label")}
        tabs={shown.map((area) => ({
          ...tabOf({ ...area, path: area.pages[0].path }),
          current: area === here.area,
        }))}
      />
      {organises && here.area.pages.length > 1 && (
        <Tabs
          label={t(`festivals.organise.tabs.${here.area.name}`)}
          size="small"
          tabs={here.area.pages.map((page) => ({ ...tabOf(page), current: page === here.page }))}
        />
      )}
    </div>
  );
}

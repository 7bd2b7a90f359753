import { useText } from "~/platform/i18n/text.tsx";
import { Tabs } from "~/ui/index.ts";

const pages = [
  ["overview", ""],
  ["hosts", "/hosts"],
  ["venue", "/venue"],
  ["tracks", "/tracks"],
  ["call", "/call"],
  ["proposals", "/proposals"],
  ["sessions", "/sessions"],
  ["import", "/import"],
  ["releases", "/releases"],
  ["settings", "/settings"],
] as const;

/** The organisers' pages of a festival; who is only asked to host sees what they are asked. */
export function OrganiseTabs({ base, organises }: { base: string; organises: boolean }) {
  const { t } = useText();
  const shown = organises ? pages : pages.filter(([name]) => name === "hosts");
  return (
    <Tabs
      label={t("festivals.organise.tabs.label")}
      tabs={shown.map(([name, path]) => ({
        label: name === "proposals" ? t("review.tab") : t(`festivals.organise.tabs.${name}`),
        to: base + path,
        end: path === "",
      }))}
    />
  );
}

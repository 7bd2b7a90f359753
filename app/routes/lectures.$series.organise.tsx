import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { openOrganising } from "~/lectures/page.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Page, Tabs } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts; each page below says so again for itself. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return {
    title: t("lectures.organise.title", { name: series.name }),
    series: { slug: series.slug, name: series.name },
    band: series.hosts.map(({ colour }) => colour),
  };
}

export default function Organise() {
  const { t } = useText();
  const { title, series, band } = useLoaderData<typeof loader>();
  const here = `/lectures/${series.slug}/organise`;
  return (
    <Page
      title={title}
      band={band}
      crumbs={[
        { label: t("lectures.list.title"), to: "/lectures" },
        { label: series.name, to: `/lectures/${series.slug}` },
      ]}
    >
      <Tabs
        label={t("lectures.organise.tabs.label")}
        tabs={[
          { label: t("lectures.organise.tabs.turns"), to: here, end: true },
          { label: t("lectures.organise.tabs.members"), to: `${here}/members` },
          { label: t("lectures.organise.tabs.pauses"), to: `${here}/pauses` },
          { label: t("visible.channels.tab"), to: `${here}/channels` },
          { label: t("roster.whatIf.tab"), to: `${here}/what-if` },
          { label: t("lectures.organise.tabs.settings"), to: `${here}/settings` },
        ]}
      />
      <Outlet />
    </Page>
  );
}

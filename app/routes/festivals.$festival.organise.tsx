import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { mayOrganiseFestival } from "~/festivals/access.ts";
import { latestDecision } from "~/festivals/decisions.server.ts";
import { decisionsBehind } from "~/festivals/decisions.ts";
import { DecidedBy } from "~/festivals/decisions-panel.tsx";
import { acceptedHosts } from "~/festivals/festival.ts";
import { OrganiseTabs } from "~/festivals/organise-tabs.tsx";
import { requireAsked } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { HostLine, LinkButton, Page, StatusBadge } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts and of those who are asked to host. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireAsked(args);
  const { t } = await findText(args);
  const { name, slug, status } = festival;
  return {
    title: t("festivals.organise.title", { name }),
    festival: { name, slug, status },
    hosts: acceptedHosts(festival),
    decided: await latestDecision(args.context.db, festival.id, decisionsBehind(festival)),
    organises: mayOrganiseFestival(viewer, festival),
  };
}

export default function Organise() {
  const { t } = useText();
  const { festival, hosts, decided, organises } = useLoaderData<typeof loader>();
  const home = `/festivals/${festival.slug}`;
  return (
    <Page
      width="wide"
      title={festival.name}
      intro={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-base">
          <StatusBadge status={festival.status}>{t(`festivals.statuses.${festival.status}`)}</StatusBadge>
          <DecidedBy decision={decided} />
          <HostLine hosts={hosts} />
        </div>
      }
      band={hosts.map((host) => host.colour)}
      crumbs={[{ label: t("common.nav.festivals"), to: "/festivals" }]}
      actions={organises && <LinkButton to={home}>{t("festivals.organise.view")}</LinkButton>}
    >
      <OrganiseTabs base={`${home}/organise`} organises={organises} />
      <Outlet />
    </Page>
  );
}

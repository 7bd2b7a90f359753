import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { releaseProgramme } from "~/festivals/make-release.server.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { PendingRelease } from "~/festivals/pending-release.tsx";
import { ReleaseHistory } from "~/festivals/release-history.tsx";
import { refuseRelease } from "~/festivals/release-page.server.ts";
import { releaseForm } from "~/festivals/release-wish.ts";
import { readChangeFilter } from "~/festivals/releases/group.ts";
import { findPendingRelease, listReleases } from "~/festivals/releases.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { listSignedUp } from "~/signups/audience.server.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";
import { Section, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; the lead's release. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  return {
    title: `${t("festivals.organise.tabs.releases")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise`,
    changesPage: `/festivals/${festival.slug}/changes`,
    mayLead: mayLeadFestival(viewer, festival),
    hosts: acceptedHosts(festival).map(({ id, name }) => ({ id, name })),
    filter: readChangeFilter(new URL(args.request.url).searchParams),
    pending: await findPendingRelease(db, festival, { now: now(), listSignedUp }),
    releases: await listReleases(db, festival.id),
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const form = await parseForm(args.request, releaseForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, ids, nudge } = args.context;
  const deps = { now: now(), ids, changeCapacity };
  const released = await releaseProgramme(db, viewer, festival, form.value, deps);
  if (!released.ok) return formAgain(refuseRelease(form, released), 409);
  nudge();
  const values = { number: released.number };
  return redirectWithToast(
    `/festivals/${festival.slug}/organise/releases`,
    "festivals.toast.released",
    values,
  );
}

export default function Releases() {
  const { t } = useText();
  const { base, changesPage, mayLead, hosts, filter, pending, releases } = useLoaderData<typeof loader>();
  return (
    <>
      <Section title={t("festivals.releases.pending")} intro={t("festivals.releases.intro")}>
        <PendingRelease
          base={base}
          pending={pending}
          filter={filter}
          hosts={hosts}
          number={(releases[0]?.number ?? 0) + 1}
          lead={mayLead ? null : (hosts[0]?.name ?? "")}
          lastResult={useActionData<typeof action>()?.result}
        />
      </Section>
      <ReleaseHistory releases={releases} base={`${base}/releases`}>
        <TextLink to={changesPage}>{t("editions.changelog.everybody")}</TextLink>
      </ReleaseHistory>
    </>
  );
}

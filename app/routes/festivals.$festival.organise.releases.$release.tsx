import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { readChangeFilter } from "~/festivals/releases/group.ts";
import { findRollBack, rollBack } from "~/festivals/releases/roll-back.server.ts";
import { RollBackForm, rollBackForm } from "~/festivals/releases/roll-back-form.tsx";
import { refuseRollBack } from "~/festivals/releases/roll-back-page.server.ts";
import { RollBackPreview } from "~/festivals/releases/roll-back-preview.tsx";
import { findAudience, listReleases } from "~/festivals/releases.server.ts";
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

/** For organisers of the hosts; the lead may go back to it. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const releases = await listReleases(db, festival.id);
  const release = releases.find(({ number }) => String(number) === args.params.release);
  const plan = release && (await findRollBack(db, festival.id, release.number));
  if (!release || !plan) throw new Response("Not found", { status: 404 });
  return {
    title: `${t("festivals.releases.version", { number: release.number })} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise/releases`,
    mayLead: mayLeadFestival(viewer, festival),
    hosts: acceptedHosts(festival).map(({ id, name }) => ({ id, name })),
    filter: readChangeFilter(new URL(args.request.url).searchParams),
    release: { number: release.number, note: release.note, releasedAt: release.releasedAt },
    next: (releases[0]?.number ?? 0) + 1,
    plan,
    audience: await findAudience(db, plan.changes, { now: now(), listSignedUp }),
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const form = await parseForm(args.request, rollBackForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, ids, nudge } = args.context;
  const to = /^\d{1,9}$/.test(args.params.release ?? "") ? Number(args.params.release) : 0;
  const wish = { number: to, note: form.value.note };
  const done = await rollBack(db, viewer, festival, wish, { now: now(), ids, changeCapacity });
  if (!done.ok && done.reason === "unknown") throw new Response("Not found", { status: 404 });
  if (!done.ok) return formAgain(refuseRollBack(form, done), 409);
  nudge();
  const back = `/festivals/${festival.slug}/organise/releases`;
  return redirectWithToast(back, "editions.rollBack.done", { to, number: done.number });
}

export default function RollBack() {
  const { t, format } = useText();
  const { base, mayLead, hosts, filter, release, next, plan, audience } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return (
    <Section
      title={t("editions.rollBack.title", { number: release.number })}
      intro={t("editions.rollBack.intro", { when: format.moment(release.releasedAt), number: next })}
    >
      <p>
        <TextLink to={base}>{t("editions.rollBack.all")}</TextLink>
      </p>
      {release.note && <p className="max-w-prose whitespace-pre-line">{release.note}</p>}
      <RollBackPreview plan={plan} audience={audience} filter={filter} hosts={hosts} />
      {!mayLead && <OnlyLead lead={hosts[0]?.name ?? ""} />}
      {mayLead && (plan.changes.length > 0 || lastResult) && (
        <RollBackForm to={release.number} number={next} lastResult={lastResult} />
      )}
    </Section>
  );
}

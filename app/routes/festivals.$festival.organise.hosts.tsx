import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  mayAnswerInvitation,
  mayLeadFestival,
  mayLeaveFestival,
  mayOrganiseFestival,
} from "~/festivals/access.ts";
import { acceptedHosts, isOver, leadOf } from "~/festivals/festival.ts";
import { resultOf } from "~/festivals/form-result.ts";
import { AskHosts } from "~/festivals/hosting/ask-hosts.tsx";
import { ByMailTable } from "~/festivals/hosting/by-mail-table.tsx";
import { FirstSteps } from "~/festivals/hosting/first-steps.tsx";
import { hostForms } from "~/festivals/hosting/host-forms.ts";
import { HostQuestion } from "~/festivals/hosting/host-question.tsx";
import { listInvitable } from "~/festivals/hosting/hosts.server.ts";
import { doOnHostsPage } from "~/festivals/hosting/hosts-page.server.ts";
import { HostsTable } from "~/festivals/hosting/hosts-table.tsx";
import { listByMailRows } from "~/festivals/hosting/invitations.server.ts";
import { LeadPanel, LeadQuestion } from "~/festivals/hosting/lead-panel.tsx";
import { requireAsked } from "~/festivals/organising.server.ts";
import { isAdmin } from "~/people/access.ts";
import { isAloneHere } from "~/people/founding.server.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { LinkButton, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts and of those who are asked to host. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireAsked(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const mayLead = mayLeadFestival(viewer, festival);
  const organises = mayOrganiseFestival(viewer, festival);
  const own = festival.hosts.find((host) => host.organisation.id === viewer.organisationId) ?? null;
  const alone = organises && own !== null && isAdmin(viewer);
  return {
    title: `${t("festivals.organise.tabs.hosts")} · ${festival.name}`,
    festival: festival.name,
    lead: leadOf(festival),
    hosts: festival.hosts,
    own,
    asked: mayAnswerInvitation(viewer, festival),
    base: organises ? `/festivals/${festival.slug}/organise/hosts` : null,
    alone: alone && (await isAloneHere(db, own.organisation.id)),
    mayLead,
    mayAsk: mayLead && festival.status !== "cancelled" && !isOver(festival, now()),
    mayLeave: mayLeaveFestival(viewer, festival),
    others: acceptedHosts(festival).filter((host) => host.id !== festival.leadOrganisationId),
    invitable: mayLead ? await listInvitable(db, festival) : [],
    byMail: organises ? await listByMailRows(db, viewer, festival, now()) : [],
  };
}

/** For organisers of the hosts and of those who are asked; each decision states its own rule. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireAsked(args);
  const form = await parseForm(args.request, hostForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, ids, nudge } = args.context;
  const done = await doOnHostsPage(db, viewer, festival, form.value, { now: now(), ids });
  if (!done.ok) return formAgain(refuse(form, done), done.key === "festivals.errors.notYours" ? 403 : 409);
  nudge();
  const back = `/festivals/${festival.slug}/organise/hosts`;
  return redirectWithToast(done.ended ? "/festivals" : back, done.toast);
}

export default function Hosts() {
  const { t } = useText();
  const {
    festival,
    lead,
    hosts,
    own,
    asked,
    base,
    alone,
    mayLead,
    mayAsk,
    mayLeave,
    others,
    invitable,
    byMail,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const offeredTo = hosts.find((host) => host.leadOfferedAt)?.organisation.name ?? null;
  return (
    <>
      {own && asked && <HostQuestion {...own} festival={festival} lead={lead} own={own.organisation.name} />}
      {own?.leadOfferedAt && (
        <LeadQuestion
          {...{ festival, lead, own: own.organisation.name }}
          offeredBy={own.leadOfferedBy}
          offeredAt={own.leadOfferedAt}
        />
      )}
      {own && alone && <FirstSteps organisation={own.organisation} />}
      <Section title={t("festivals.hosts.title")} intro={t("festivals.hosts.intro", { lead })}>
        <HostsTable hosts={hosts} mayLead={mayLead} base={base} />
      </Section>
      {byMail.length > 0 && (
        <Section title={t("hosting.byMail.listTitle")}>
          <ByMailTable rows={byMail} mayLead={mayLead} />
        </Section>
      )}
      {mayLead && (
        <>
          {mayAsk && <AskHosts invitable={invitable} answer={answer} />}
          <LeadPanel {...{ others, offeredTo }} lastResult={resultOf(answer, "offer-lead")} />
        </>
      )}
      {mayLeave && own && (
        <Section title={t("hosting.leave.title")} intro={t("hosting.leave.hint")}>
          <div>
            <LinkButton to={`${base}/${own.organisation.slug}`}>{t("hosting.leave.open")}</LinkButton>
          </div>
        </Section>
      )}
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAnswerInvitation, mayLeadFestival, mayLeaveFestival } from "~/festivals/access.ts";
import { AskHostForm } from "~/festivals/ask-host-form.tsx";
import { resultOf } from "~/festivals/form-result.ts";
import { hostForms } from "~/festivals/host-forms.ts";
import { HostQuestion } from "~/festivals/host-question.tsx";
import { listInvitable } from "~/festivals/hosts.server.ts";
import { decideAsHost } from "~/festivals/hosts-page.server.ts";
import { HostsTable } from "~/festivals/hosts-table.tsx";
import { requireAsked } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { ActionForm, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts and of those who are asked to host. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireAsked(args);
  const { t } = await findText(args);
  const mayLead = mayLeadFestival(viewer, festival);
  const own = festival.hosts.find((host) => host.organisation.id === viewer.organisationId);
  return {
    title: `${t("festivals.organise.tabs.hosts")} · ${festival.name}`,
    festival: festival.name,
    lead: festival.hosts[0]?.organisation.name ?? "",
    hosts: festival.hosts,
    question: mayAnswerInvitation(viewer, festival) ? (own ?? null) : null,
    mayLead,
    mayLeave: mayLeaveFestival(viewer, festival),
    invitable: mayLead ? await listInvitable(args.context.db, festival) : [],
  };
}

/** For organisers of the hosts and of those who are asked; each decision states its own rule. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireAsked(args);
  const form = await parseForm(args.request, hostForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, nudge } = args.context;
  const { toast, ended } = await decideAsHost(db, viewer, festival, form.value, { now: now() });
  nudge();
  return redirectWithToast(ended ? "/festivals" : `/festivals/${festival.slug}/organise/hosts`, toast);
}

export default function Hosts() {
  const { t } = useText();
  const { festival, lead, hosts, question, mayLead, mayLeave, invitable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      {question && (
        <HostQuestion {...question} festival={festival} lead={lead} own={question.organisation.name} />
      )}
      <Section title={t("festivals.hosts.title")} intro={t("festivals.hosts.intro", { lead })}>
        <HostsTable hosts={hosts} mayLead={mayLead} />
      </Section>
      {mayLead && (
        <Section title={t("festivals.hosts.ask")} intro={t("festivals.hosts.askIntro")}>
          {invitable.length > 0 ? (
            <AskHostForm invitable={invitable} lastResult={resultOf(answer, "ask")} />
          ) : (
            <p className="text-soft">{t("festivals.hosts.nobodyLeft")}</p>
          )}
        </Section>
      )}
      {mayLeave && (
        <Section title={t("festivals.hosts.leave")} intro={t("festivals.hosts.leaveHint", { lead })}>
          <div>
            <ActionForm
              fields={{ form: "leave" }}
              variant="danger"
              confirm={t("festivals.hosts.leaveConfirm", { lead })}
            >
              {t("festivals.hosts.leave")}
            </ActionForm>
          </div>
        </Section>
      )}
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listFestivalConcerned } from "~/calendar/concerned.server.ts";
import { mayLeadFestival } from "~/festivals/access.ts";
import { editionForms } from "~/festivals/editions/edition-forms.ts";
import { EditionLinks } from "~/festivals/editions/edition-links.tsx";
import { decideEdition, findEditionFacts } from "~/festivals/editions/edition-page.server.ts";
import {
  ArchiveSection,
  CancelSection,
  CopySection,
  DatesSection,
} from "~/festivals/editions/edition-panel.tsx";
import { findEditions } from "~/festivals/editions/editions.server.ts";
import { resultOf } from "~/festivals/form-result.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Notice } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; the lead decides. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  return {
    title: `${t("festivals.organise.tabs.edition")} · ${festival.name}`,
    mayLead: mayLeadFestival(viewer, festival),
    lead: festival.hosts[0]?.organisation.name ?? "",
    festival: await findEditionFacts(db, festival, now()),
    people: (await listFestivalConcerned(db, festival.id)).length,
    editions: await findEditions(db, viewer, festival),
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const form = await parseForm(args.request, editionForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, ids, nudge } = args.context;
  const decided = await decideEdition(db, viewer, festival, form.value, { now: now(), ids });
  if (!decided.ok) return formAgain(refuse(form, decided), 409);
  nudge();
  return redirectWithToast(`/festivals/${festival.slug}/organise/edition`, decided.toast);
}

export default function Edition() {
  const { t } = useText();
  const { mayLead, lead, festival, people, editions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const panel = { festival, people, resultOf: (form: string) => resultOf(answer, form) };
  if (!mayLead)
    return (
      <>
        <OnlyLead lead={lead} />
        <EditionLinks {...editions} />
      </>
    );
  return (
    <>
      {festival.status === "cancelled" && (
        <Notice tone="danger" title={t("programme.banner.cancelled")}>
          <p className="whitespace-pre-line">{festival.announcement}</p>
        </Notice>
      )}
      <CopySection slug={festival.slug} />
      <EditionLinks {...editions} />
      <DatesSection {...panel} />
      <CancelSection {...panel} />
      <ArchiveSection festival={festival} />
    </>
  );
}

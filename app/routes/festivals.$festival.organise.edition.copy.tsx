import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { copyFestival, suggestCopy } from "~/festivals/editions/copy.server.ts";
import { CopyFields } from "~/festivals/editions/copy-fields.tsx";
import { copyForm } from "~/festivals/editions/copy-form.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; the lead copies. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db } = args.context;
  const [lead, ...others] = acceptedHosts(festival).map(({ name }) => name);
  return {
    title: `${t("editions.copy.title")} · ${festival.name}`,
    mayLead: mayLeadFestival(viewer, festival),
    lead: lead ?? "",
    others,
    suggested: await suggestCopy(db, festival),
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const form = await parseForm(args.request, copyForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, ids, nudge } = args.context;
  const copied = await copyFestival(db, viewer, festival, form.value, { now: now(), ids });
  if (!copied.ok) {
    const refusal =
      copied.reason === "slug-taken"
        ? { field: "slug", key: "festivals.errors.slugTaken" }
        : { key: "festivals.errors.notYours" };
    return formAgain(refuse(form, refusal), 409);
  }
  nudge();
  return redirectWithToast(`/festivals/${copied.slug}/organise`, "editions.toast.copied", {
    name: form.value.name,
  });
}

export default function Copy() {
  const { t } = useText();
  const { mayLead, lead, others, suggested } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return (
    <Section title={t("editions.copy.title")} intro={t("editions.copy.intro")}>
      {mayLead ? (
        <CopyFields suggested={suggested} others={others} lastResult={lastResult} />
      ) : (
        <OnlyLead lead={lead} />
      )}
    </Section>
  );
}

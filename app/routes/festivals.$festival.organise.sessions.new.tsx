import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftEditor } from "~/festivals/draft-editor.tsx";
import { draftForm } from "~/festivals/draft-form.ts";
import { findDraftChoices, refuseDraft } from "~/festivals/draft-page.server.ts";
import { saveDraft } from "~/festivals/edit-drafts.server.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";
import { Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("festivals.session.newTitle")} · ${festival.name}`,
    choices: await findDraftChoices(args.context.db, viewer, festival),
    organisationId: viewer.organisationId ?? undefined,
    language: festival.language,
  };
}

/** For organisers of the hosts: each adds sessions of its own, the lead of all. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const form = await parseForm(args.request, draftForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, ids } = args.context;
  const saved = await saveDraft(db, viewer, festival, form.value, { now: now(), ids, changeCapacity });
  if (!saved.ok) return formAgain(refuseDraft(form, saved), 409);
  return redirectWithToast(`/festivals/${festival.slug}/organise/sessions`, "festivals.toast.sessionAdded");
}

export default function NewSession() {
  const { t } = useText();
  const { choices, organisationId, language } = useLoaderData<typeof loader>();
  return (
    <Section title={t("festivals.session.newTitle")}>
      <DraftEditor
        draft={{ kind: "workshop", durationMinutes: 60, organisationId, language }}
        choices={choices}
        lastResult={useActionData<typeof action>()?.result}
      />
    </Section>
  );
}

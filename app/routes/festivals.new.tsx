import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayCreateFestival } from "~/festivals/access.ts";
import { FestivalFields } from "~/festivals/festival-fields.tsx";
import { type FestivalInput, festivalForm } from "~/festivals/festival-form.ts";
import { useFestivalLabels } from "~/festivals/festival-labels.ts";
import { createFestival } from "~/festivals/settings.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, Form, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers and admins of an organisation. */
export async function loader(args: LoaderFunctionArgs) {
  requireAllowed(mayCreateFestival(await requireViewer(args)));
  const { t, locale, timeZone } = await findText(args);
  return { title: t("festivals.new.title"), language: locale, timeZone };
}

/** For organisers and admins of an organisation, which then leads the festival. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  requireAllowed(mayCreateFestival(viewer));
  const { db, now, ids } = args.context;
  const form = await parseForm(args.request, festivalForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const created = await createFestival(db, viewer, form.value, { now: now(), ids });
  if (!created.ok) return formAgain(refuse(form, { field: "slug", key: "festivals.errors.slugTaken" }), 409);
  return redirectWithToast(`/festivals/${created.slug}/organise`, "festivals.toast.created");
}

export default function NewFestival() {
  const { t } = useText();
  const labels = useFestivalLabels();
  const { language, timeZone } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<FestivalInput>({
    id: "festival",
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { language, timeZone, visibility: "public" },
  });
  return (
    <Page
      width="narrow"
      title={t("festivals.new.title")}
      intro={t("festivals.new.intro")}
      crumbs={[{ label: t("common.nav.festivals"), to: "/festivals" }]}
    >
      <Form form={form} labels={labels}>
        <FestivalFields fields={fields} />
        <div>
          <Button>{t("festivals.new.submit")}</Button>
        </div>
      </Form>
    </Page>
  );
}

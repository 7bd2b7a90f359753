import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayCreateSeries } from "~/lectures/access.ts";
import { createSeries } from "~/lectures/create-series.server.ts";
import { SeriesFields } from "~/lectures/series-fields.tsx";
import { seriesForm } from "~/lectures/series-form.ts";
import { useSeriesLabels } from "~/lectures/series-labels.ts";
import { requireAllowed } from "~/people/access.ts";
import { listOrganisations } from "~/people/organisations.server.ts";
import { findReader, findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { dateIn } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, DateField, Form, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  requireAllowed(mayCreateSeries(viewer));
  const { db, now } = args.context;
  const [{ t }, { locale, timeZone }, organisations] = await Promise.all([
    findText(args),
    findReader(args),
    listOrganisations(db),
  ]);
  return {
    title: t("lectures.form.title"),
    partners: organisations
      .filter(({ id }) => id !== viewer.organisationId)
      .map(({ id, name }) => ({ id, name })),
    defaults: { language: locale, timeZone, startsOn: dateIn(now(), timeZone) },
  };
}

/** For organisers. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  requireAllowed(mayCreateSeries(viewer));
  const { db, now, ids } = args.context;
  const { t } = await findText(args);
  const form = await parseForm(args.request, seriesForm, t);
  if (!form.ok) return formAgain(form);
  const created = await createSeries(
    db,
    { ...form.value, leadOrganisationId: viewer.organisationId, createdBy: viewer.personId },
    { now: now(), ids },
  );
  if (created.ok) {
    const { name } = form.value;
    return redirectWithToast(`/lectures/${created.slug}`, "lectures.toast.created", { name });
  }
  const key = created.reason === "slug-taken" ? "lectures.errors.slugTaken" : "lectures.errors.slugEmpty";
  return formAgain(refuse(form, { field: "name", key }), 409);
}

export default function NewSeries() {
  const { t } = useText();
  const labels = useSeriesLabels();
  const { title, partners, defaults } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "series",
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      name: "",
      description: "",
      place: "",
      weekday: "4",
      localTime: "10:30",
      durationMinutes: "10",
      houseRules: t("lectures.form.rulesDefault"),
      visibility: "public",
      rosterMode: "per-head",
      partners: [] as string[],
      ...defaults,
    },
  });
  return (
    <Page
      width="narrow"
      title={title}
      intro={t("lectures.form.intro")}
      crumbs={[{ label: t("lectures.list.title"), to: "/lectures" }]}
    >
      <Form form={form} labels={labels}>
        <SeriesFields fields={fields} partners={partners} timeZone={defaults.timeZone} />
        <DateField field={fields.startsOn} label={t("lectures.form.startsOn")} />
        <div>
          <Button>{t("lectures.form.submit")}</Button>
        </div>
      </Form>
    </Page>
  );
}

import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organise, settingsActs } from "~/lectures/organise-actions.server.ts";
import { openOrganising } from "~/lectures/page.server.ts";
import { SeriesFields } from "~/lectures/series-fields.tsx";
import { useSeriesLabels } from "~/lectures/series-labels.ts";
import { answerTo } from "~/people/answered.ts";
import { listOrganisations } from "~/people/organisations.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, Form, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const [{ t }, organisations] = await Promise.all([findText(args), listOrganisations(args.context.db)]);
  const { name, description, weekday, localTime, timeZone, place } = series;
  const { durationMinutes, houseRules, language, visibility, rosterMode } = series;
  const facts = { name, description, localTime, timeZone, place };
  const rules = { houseRules, language, visibility, rosterMode };
  return {
    title: t("lectures.organise.title", { name }),
    timeZone,
    partners: organisations
      .filter(({ id }) => id !== series.leadOrganisationId)
      .map((one) => ({ id: one.id, name: one.name })),
    defaults: {
      ...facts,
      ...rules,
      weekday: String(weekday),
      durationMinutes: String(durationMinutes),
      partners: series.hosts.map(({ id }) => id),
    },
  };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return organise(settingsActs, args.request, { context: args.context, series, t });
}

export default function OrganiseSettings() {
  const { t } = useText();
  const labels = useSeriesLabels();
  const { partners, defaults, timeZone } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "settings",
    lastResult: answerTo("settings", useActionData<typeof action>()),
    defaultValue: defaults,
  });
  return (
    <Section title={t("lectures.organise.settings")}>
      <Form form={form} labels={labels}>
        <input type="hidden" name="intent" value="settings" />
        <SeriesFields fields={fields} partners={partners} timeZone={timeZone} />
        <div>
          <Button>{t("lectures.organise.save")}</Button>
        </div>
      </Form>
    </Section>
  );
}

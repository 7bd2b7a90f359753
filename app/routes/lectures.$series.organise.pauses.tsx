import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HolidayUpload } from "~/lectures/holidays/holiday-upload.tsx";
import { organise, pauseActs } from "~/lectures/organise-actions.server.ts";
import { openOrganising } from "~/lectures/page.server.ts";
import { PauseList } from "~/lectures/pause-list.tsx";
import { answerTo } from "~/people/answered.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Button, DateField, Form, Inline, Section, TextField } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return {
    title: t("lectures.organise.title", { name: series.name }),
    slug: series.slug,
    pauses: series.pauses,
  };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return organise(pauseActs, args.request, { context: args.context, series, t });
}

export default function OrganisePauses() {
  const { t } = useText();
  const { slug, pauses } = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "add-pause",
    lastResult: answerTo("add-pause", useActionData<typeof action>()),
    defaultValue: { startsOn: "", endsOn: "", reason: "" },
  });
  return (
    <>
      <Section title={t("lectures.organise.pauses")} intro={t("lectures.organise.pausesIntro")}>
        <PauseList pauses={pauses} />
      </Section>
      <Section title={t("lectures.organise.addPause")}>
        <Form form={form}>
          <input type="hidden" name="intent" value="add-pause" />
          <Inline>
            <DateField field={fields.startsOn} label={t("lectures.roster.from")} />
            <DateField field={fields.endsOn} label={t("lectures.roster.to")} />
          </Inline>
          <TextField field={fields.reason} label={t("lectures.organise.pauseReason")} optional />
          <div>
            <Button>{t("lectures.organise.addPause")}</Button>
          </div>
        </Form>
      </Section>
      <Section title={t("rosterImport.holidays.title")} intro={t("rosterImport.holidays.intro")}>
        <HolidayUpload slug={slug} />
      </Section>
    </>
  );
}

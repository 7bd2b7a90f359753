import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HolidayChoices } from "~/lectures/holidays/holiday-choices.tsx";
import { answerHolidays } from "~/lectures/holidays/holiday-page.server.ts";
import { HolidayUpload } from "~/lectures/holidays/holiday-upload.tsx";
import { openOrganising } from "~/lectures/page.server.ts";
import { findText } from "~/people/reader.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { LinkButton, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return { title: `${t("rosterImport.holidays.title")} · ${series.name}`, slug: series.slug };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await openOrganising(args);
  const { db, ids, now, nudge } = args.context;
  const organising = { personId: viewer.personId, series };
  const answer = await answerHolidays(db, organising, args.request, { now: now(), ids });
  if (answer.step !== "taken") return data(answer, { status: answer.refusal ? 422 : 200 });
  nudge();
  const toast = answer.count > 0 ? "rosterImport.holidays.toast" : "rosterImport.holidays.toastNothing";
  return redirectWithToast(`/lectures/${series.slug}/organise/pauses`, toast, { count: answer.count });
}

export default function TakeHolidays() {
  const { t } = useText();
  const { slug } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = `/lectures/${slug}/organise/pauses`;
  if (answer?.step === "choose")
    return (
      <Section
        title={t("rosterImport.holidays.title")}
        actions={
          <LinkButton to={path} variant="quiet">
            {t("rosterImport.holidays.back")}
          </LinkButton>
        }
      >
        <HolidayChoices lines={answer.lines} refusal={answer.refusal} />
      </Section>
    );
  return (
    <Section title={t("rosterImport.holidays.title")} intro={t("rosterImport.holidays.intro")}>
      <HolidayUpload slug={slug} refusal={answer?.refusal} />
    </Section>
  );
}

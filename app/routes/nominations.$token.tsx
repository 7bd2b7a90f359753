import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSeries } from "~/lectures/series.server.ts";
import { answerNomination } from "~/lectures/volunteering/answer-nomination.server.ts";
import { answerForm } from "~/lectures/volunteering/forms.ts";
import { NominationQuestion } from "~/lectures/volunteering/nomination-question.tsx";
import { findNominationByLink } from "~/lectures/volunteering/nominations.server.ts";
import { findText } from "~/people/reader.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever has the link of the mail, signed in or not. */
export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context;
  const found = await findNominationByLink(db, args.params.token ?? "");
  const { t } = await findText(args);
  if (!found) return data({ title: t("roster.nominated.gone"), nomination: null }, { status: 404 });
  const { slug, name, description, weekday, localTime, durationMinutes, place, hosts } = await requireSeries(
    db,
    found.series.id,
  );
  const { status, message, nominator } = found;
  return data({
    title: t("roster.nominated.title", { name: nominator }),
    nomination: {
      ...{ status, message, nominator },
      series: { slug, name, description, weekday, localTime, durationMinutes, place, hosts },
    },
  });
}

/** For whoever has the link. Answering twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, ids, nudge } = args.context;
  const found = await findNominationByLink(db, args.params.token ?? "");
  const form = await parseForm(args.request, answerForm, (await findText(args)).t);
  // The buttons of the page send nothing else.
  if (!found || !form.ok) throw new Response("Not found", { status: 404 });
  const { answer } = form.value;
  const wish = { nominationId: found.id, personId: found.personId, answer };
  const answered = await answerNomination(db, wish, { now: now(), ids });
  nudge();
  const here = new URL(args.request.url).pathname;
  if (!answered.ok) return redirectWithToast(here, "roster.toast.nominationGone");
  return redirectWithToast(here, answer === "yes" ? "lectures.toast.joined" : "roster.toast.saidNo");
}

export default function NominationPage() {
  const { t } = useText();
  const { nomination } = useLoaderData<typeof loader>();
  if (!nomination)
    return <Page width="narrow" title={t("roster.nominated.gone")} intro={t("roster.nominated.goneText")} />;
  return <NominationQuestion nomination={nomination} />;
}

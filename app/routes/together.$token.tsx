import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isOver } from "~/festivals/festival.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import { findText } from "~/people/reader.server.ts";
import type { RequestArgs } from "~/platform/context.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { answerParty } from "~/signups/parties/answer.server.ts";
import { findPartyByLink } from "~/signups/parties/find.server.ts";
import { answerForm } from "~/signups/parties/forms.ts";
import { PartyQuestionPage } from "~/signups/parties/party-question.tsx";
import { toastOf } from "~/signups/parties/together-acts.server.ts";
import { Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever has the link of the mail, signed in or not. */
export async function loader(args: LoaderFunctionArgs) {
  const found = await findQuestion(args);
  const { t } = await findText(args);
  if (!found) return data({ title: t("parties.question.gone"), question: null }, { status: 404 });
  const { by, others, status } = found.link;
  const { name, slug, startsOn, endsOn } = found.festival;
  return data({
    title: t("parties.question.title", { name: by }),
    question: { by, others, status, festival: { name, slug, startsOn, endsOn } },
  });
}

/** For whoever has the link. Answering twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const found = await findQuestion(args);
  const form = await parseForm(args.request, answerForm, (await findText(args)).t);
  // The buttons of the page send nothing else.
  if (!found || !form.ok) throw new Response("Not found", { status: 404 });
  const { db, now, nudge } = args.context;
  const { partyId, personId } = found.link;
  const { answer } = form.value;
  const answered = await answerParty(db, { partyId, personId, answer }, { now: now() });
  nudge();
  return redirectWithToast(new URL(args.request.url).pathname, toastOf(answered, answer));
}

async function findQuestion({ context, params }: RequestArgs & { params: { token?: string } }) {
  const link = await findPartyByLink(context.db, params.token ?? "");
  const festival = link && (await findFestivalById(context.db, link.festivalId));
  return link && festival && !isOver(festival, context.now()) ? { link, festival } : null;
}

export default function TogetherQuestion() {
  const { t } = useText();
  const { question } = useLoaderData<typeof loader>();
  if (!question)
    return <Page width="narrow" title={t("parties.question.gone")} intro={t("parties.question.goneText")} />;
  return <PartyQuestionPage {...question} />;
}

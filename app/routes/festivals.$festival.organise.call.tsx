import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { callWindow } from "~/festivals/call/call.ts";
import { callForms } from "~/festivals/call/call-forms.ts";
import { actOnCall } from "~/festivals/call/call-page.server.ts";
import { CallSettings } from "~/festivals/call/call-settings.tsx";
import { CallStatus } from "~/festivals/call/call-status.tsx";
import { countProposals } from "~/festivals/call/counts.server.ts";
import { FormatList } from "~/festivals/call/format-list.tsx";
import { countByFormat, listFormats } from "~/festivals/call/formats.server.ts";
import { QuestionList } from "~/festivals/call/question-list.tsx";
import { countAnswers, listQuestions } from "~/festivals/call/questions.server.ts";
import { resultOf } from "~/festivals/form-result.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { isBefore, localOf } from "~/platform/time.ts";
import { titled } from "~/platform/title.ts";
import { Notice, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; the lead may change it. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, config, now } = args.context;
  const { id, slug, timeZone, callOpensAt, callClosesAt, callText } = festival;
  const local = (at: string | null) => (at ? localOf(at, timeZone) : "");
  return {
    title: `${t("call.organise.title")} · ${festival.name}`,
    slug,
    state: {
      window: callWindow(festival, now()),
      isDraft: festival.status === "draft",
      opensAt: callOpensAt,
      opensLater: callOpensAt !== null && isBefore(now(), callOpensAt),
      closesAt: callClosesAt,
      timeZone,
    },
    present: { opens: local(callOpensAt), closes: local(callClosesAt), text: callText },
    counts: await countProposals(db, id),
    formats: await listFormats(db, id),
    uses: await countByFormat(db, id),
    questions: await listQuestions(db, id),
    answers: await countAnswers(db, id),
    mayLead: mayLeadFestival(viewer, festival),
    lead: festival.hosts[0]?.organisation.name ?? "",
    address: `${config.publicUrl}/festivals/${slug}/propose`,
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const form = await parseForm(args.request, callForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, ids } = args.context;
  const done = await actOnCall(db, viewer, festival, form.value, { now: now(), ids });
  if (!done.ok) return formAgain(refuse(form, done), 409);
  return redirectWithToast(`/festivals/${festival.slug}/organise/call${done.at}`, done.toast);
}

export default function Call() {
  const { t } = useText();
  const { slug, state, present, counts, formats, uses, questions, answers, mayLead, lead, address } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const ofForm = (formId: string) => resultOf(answer, formId);
  const refused = (ofForm("open") ?? ofForm("remove-question"))?.error?.[""];
  return (
    <>
      {refused && <Notice tone="danger">{refused}</Notice>}
      <CallStatus state={state} counts={counts} address={address} mayLead={mayLead} />
      {mayLead ? (
        <CallSettings present={present} timeZone={state.timeZone} lastResult={ofForm("call")} />
      ) : (
        <OnlyLead lead={lead} />
      )}
      <FormatList formats={formats} uses={uses} mayEdit={mayLead} resultOf={ofForm} />
      <QuestionList questions={questions} answers={answers} mayEdit={mayLead} resultOf={ofForm} />
      <p>
        <TextLink to={`/festivals/${slug}/organise/tracks`}>{t("call.organise.tracks")}</TextLink>
      </p>
    </>
  );
}

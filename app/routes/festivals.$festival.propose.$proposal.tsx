import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContactSentence } from "~/festivals/call/call-sentence.tsx";
import { DifferenceList } from "~/festivals/call/difference-list.tsx";
import { actOnForm, actOnWhole, isWholeDeed } from "~/festivals/call/proposal-actions.server.ts";
import { ProposalDeeds } from "~/festivals/call/proposal-deeds.tsx";
import { ProposalEditor } from "~/festivals/call/proposal-editor.tsx";
import { ProposalFacts } from "~/festivals/call/proposal-facts.tsx";
import { proposalForm } from "~/festivals/call/proposal-form.ts";
import { findProposalPage } from "~/festivals/call/proposal-page.server.ts";
import { ProposalStandingLine } from "~/festivals/call/proposal-standing.tsx";
import { requireProposal } from "~/festivals/call/proposing.server.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { actOnAnswer, isAnswer } from "~/festivals/review/answer-deeds.server.ts";
import { AnswerPanel } from "~/festivals/review/answer-panel.tsx";
import { partOf } from "~/festivals/review/standing.ts";
import { findText } from "~/people/reader.server.ts";
import { parseFormData, readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import autosaveUrl from "~/ui/autosave.js?url&no-inline";
import { Page, Section, TextLink } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For its proposer, the co-speakers who agreed, and once it is in for the organisers of its host and of the lead. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival, proposal } = await requireProposal(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const title = proposal.title || t("call.form.newTitle");
  return {
    title: `${title} · ${festival.name}`,
    festival: { name: festival.name, slug: festival.slug },
    part: partOf(viewer, proposal),
    colours: acceptedHosts(festival).map((host) => host.colour),
    ...(await findProposalPage(db, viewer, festival, proposal, now())),
  };
}

/** For the same; what each of them may do with it is told by the functions called. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival, proposal } = await requireProposal(args);
  const { db, now, ids, secret, nudge } = args.context;
  const { t } = await findText(args);
  const acting = { db, viewer, festival, id: proposal.id, deps: { now: now(), ids, secret } };
  const list = `/festivals/${festival.slug}/propose`;
  const leadTo = { list, here: `${list}/${proposal.id}` };
  const formData = await readForm(args.request);
  const intent = String(formData.get("intent") ?? "save");
  if (isAnswer(intent)) {
    const done = await actOnAnswer({ ...acting, t, now: now() }, formData);
    if ("form" in done)
      return data({ result: done.form.result, version: proposal.version, differences: [] }, { status: 422 });
    nudge();
    return redirectWithToast(done.left ? list : leadTo.here, done.toast);
  }
  if (isWholeDeed(intent)) {
    const done = await actOnWhole(acting, intent);
    if (!done) throw new Response("Not found", { status: 404 });
    nudge();
    return redirectWithToast(leadTo[done.to], done.toast);
  }
  const form = parseFormData(formData, proposalForm, t);
  const version = Number(formData.get("version"));
  if (!form.ok) return data({ result: form.result, version, differences: [] }, { status: 422 });
  const text = (name: string) => String(formData.get(name) ?? "").trim();
  const add = { email: text("add.email"), name: text("add.name") };
  const done = await actOnForm(acting, form, { intent, add });
  if (done.ok) return redirectWithToast(leadTo[done.to], done.toast);
  const { differences } = done;
  return data({ result: done.form.result, version: done.version, differences }, { status: done.status });
}

export default function EditProposal() {
  const { t } = useText();
  const {
    festival,
    part,
    colours,
    proposal,
    standing,
    as,
    isDraft,
    mayEdit,
    away,
    choices,
    speakers,
    ...page
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const home = `/festivals/${festival.slug}`;
  const here = `${home}/propose/${proposal.id}`;
  return (
    <Page
      title={
        proposal.title ? <span lang={proposal.language}>{proposal.title}</span> : t("call.form.newTitle")
      }
      intro={isDraft ? t("call.form.quick") : undefined}
      crumbs={[
        { label: festival.name, to: home },
        { label: t("call.propose.title"), to: `${home}/propose` },
      ]}
      band={colours}
    >
      <ProposalStandingLine standing={standing} as={as} proposer={proposal.proposer.name} call={page.call} />
      {page.call.window === "closed" && as !== "organiser" && page.contacts.length > 0 && (
        <p className="max-w-prose">
          <ContactSentence about="closedContact" contacts={page.contacts} />
        </p>
      )}
      <AnswerPanel part={part} answered={answer?.result && { result: answer.result }} />
      {mayEdit || (answer && part.is === "none") ? (
        <>
          {answer && answer.differences.length > 0 && (
            <DifferenceList differences={answer.differences} questions={choices.questions} />
          )}
          <ProposalEditor
            proposal={proposal}
            away={away}
            choices={choices}
            speakers={speakers}
            version={answer?.version ?? proposal.version}
            autosaveUrl={isDraft && mayEdit ? `${here}/draft` : null}
            bar={{
              isDraft,
              maySubmit: as === "proposer",
              savedAt: answer ? null : proposal.updatedAt,
              closesAt: choices.closesAt,
              timeZone: choices.timeZone,
              here,
            }}
            lastResult={answer?.result}
          />
          <script type="module" src={autosaveUrl} />
        </>
      ) : (
        <Section title={t("call.form.facts")}>
          <ProposalFacts proposal={proposal} questions={choices.questions} />
        </Section>
      )}
      <ProposalDeeds title={proposal.title} proposer={proposal.proposer.name} may={page.may} />
      <p>
        <TextLink to={`${home}/propose`}>{t("call.form.all")}</TextLink>
      </p>
    </Page>
  );
}

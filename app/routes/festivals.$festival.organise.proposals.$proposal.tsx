import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { DecidePanel } from "~/festivals/review/decide-panel.tsx";
import { DecidedAnswer } from "~/festivals/review/decided-answer.tsx";
import { DifferencePanel } from "~/festivals/review/difference-panel.tsx";
import { doToProposal } from "~/festivals/review/proposal-deeds.server.ts";
import { ProposalFacts } from "~/festivals/review/proposal-facts.tsx";
import { ReviewForm } from "~/festivals/review/review-form.tsx";
import { ReviewList } from "~/festivals/review/review-list.tsx";
import { ReviewNav } from "~/festivals/review/review-nav.tsx";
import { findReviewPage } from "~/festivals/review/review-page.server.ts";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { isUuid } from "~/platform/ids.ts";
import { titled } from "~/platform/title.ts";
import { Card, Notice, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; what others think is kept from those who have not said their own. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const query = new URL(args.request.url).searchParams;
  const wanted = { id: args.params.proposal ?? "", query };
  const page = await findReviewPage(args.context.db, viewer, festival, wanted);
  if (!page) throw new Response("Not found", { status: 404 });
  const title = `${page.proposal.title} · ${festival.name}`;
  return { title, base: `/festivals/${festival.slug}/organise`, ...page };
}

/** For organisers of the hosts; who may review and who decides each deed asks for itself. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, now, ids } = args.context;
  const proposalId = args.params.proposal ?? "";
  if (!isUuid(proposalId)) throw new Response("Not found", { status: 404 });
  const { t } = await findText(args);
  const asked = { viewer, festival, proposalId, url: new URL(args.request.url), t };
  const done = await doToProposal(db, asked, await readForm(args.request), { now: now(), ids });
  if ("to" in done) return redirectWithToast(done.to, done.toast, done.values);
  if ("answer" in done) return data({ answer: done.answer, result: undefined }, { status: done.status });
  return data({ answer: undefined, result: done.form.result }, { status: done.status });
}

export default function Proposal() {
  const { t, format } = useText();
  const page = useLoaderData<typeof loader>();
  const { base, proposal, answers, reviews, row, hosts, neighbours, query, mayReview, mayDecide } = page;
  const acted = useActionData<typeof action>();
  const answered = acted?.result && { result: acted.result };
  const here = `${base}/proposals/${proposal.id}${query}`;
  return (
    <>
      <ReviewNav base={`${base}/proposals`} query={query} neighbours={neighbours} />
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={proposal.title}>
          {proposal.withdrawnAt && (
            <Notice
              tone="warning"
              title={t("review.page.withdrawn", { when: format.moment(proposal.withdrawnAt) })}
            >
              {proposal.withdrawnReason && t("review.page.reason", { reason: proposal.withdrawnReason })}
            </Notice>
          )}
          <ProposalFacts proposal={proposal} answers={answers} />
        </Section>
        <div className="flex flex-col gap-10">
          {acted?.answer && <DecidedAnswer answer={acted.answer} here={here} />}
          {page.involved && <Notice>{t("review.page.involved")}</Notice>}
          {mayReview && (
            <Card>
              <Section title={t("review.page.yourReview")}>
                <ReviewForm mine={reviews.mine} goesOn={neighbours.next !== null} answered={answered} />
              </Section>
            </Card>
          )}
          {!page.involved && (
            <Section title={t("review.page.others")}>
              <ReviewList reviews={reviews} row={row} hosts={hosts} />
            </Section>
          )}
          <DecidePanel
            {...{ proposal, mayDecide, base }}
            told={page.told}
            decidedBy={page.decidedBy}
            sessions={page.sessions}
          />
        </div>
      </div>
      <DifferencePanel differences={page.differences} tracks={page.tracks} mayTake={mayDecide} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { BalancePanel } from "~/festivals/review/balance-panel.tsx";
import { DecideBar } from "~/festivals/review/decide-bar.tsx";
import { answerDecision } from "~/festivals/review/decide-page.server.ts";
import { DecidedAnswer } from "~/festivals/review/decided-answer.tsx";
import { FreePlaces } from "~/festivals/review/free-places.tsx";
import { findOverviewPage } from "~/festivals/review/overview-page.server.ts";
import { ProposalTable } from "~/festivals/review/proposal-table.tsx";
import { ReviewFilters } from "~/festivals/review/review-filters.tsx";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { EmptyState, LinkButton, Section, Stack, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: they all see what was proposed. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { searchParams } = new URL(args.request.url);
  return {
    title: `${t("review.overview.title")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise/proposals`,
    all: searchParams.has("all"),
    ...(await findOverviewPage(args.context.db, viewer, festival, searchParams)),
  };
}

/** For organisers of the hosts; which proposals they decide on is asked for each of them. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, now, ids } = args.context;
  const deps = { now: now(), ids };
  const decided = await answerDecision(db, viewer, festival, await readForm(args.request), deps);
  if (!decided.ok) return data({ answer: decided.answer }, { status: decided.status });
  const here = new URL(args.request.url);
  here.searchParams.delete("all");
  return redirectWithToast(here.pathname + here.search, decided.toast, { count: decided.count });
}

export default function Proposals() {
  const { t } = useText();
  const page = useLoaderData<typeof loader>();
  const { base, rows, total, filter, query, hosts, balance, places, choices, toReview, untold, all } = page;
  const answer = useActionData<typeof action>()?.answer;
  if (total === 0) {
    return <EmptyState title={t("review.overview.empty")}>{t("review.overview.emptyHint")}</EmptyState>;
  }
  const here = base + query;
  return (
    <Section
      title={t("review.overview.title")}
      intro={t("review.overview.intro")}
      actions={
        <>
          {page.nextToReview && (
            <LinkButton to={`${base}/${page.nextToReview}`} variant="primary">
              {t("review.overview.next", { count: toReview })}
            </LinkButton>
          )}
          <LinkButton to={`${base}/mails`}>
            {untold > 0 ? t("review.overview.mails", { count: untold }) : t("review.mails.title")}
          </LinkButton>
        </>
      }
    >
      <FreePlaces places={places} base={base} />
      <BalancePanel balance={balance} open={query === "" && !answer} />
      {answer && <DecidedAnswer answer={answer} here={here} />}
      <ReviewFilters filter={filter} choices={choices} />
      {rows.length === 0 ? (
        <Stack gap="small">
          <p>{t("review.overview.noneMatch")}</p>
          <TextLink to={base}>{t("review.overview.showAll")}</TextLink>
        </Stack>
      ) : (
        <Form method="post" id="decide">
          <ProposalTable
            rows={rows}
            hosts={hosts}
            chosen={all ? "all" : new Set(answer?.picks)}
            base={base}
            query={query}
          />
          {rows.some((row) => row.mayDecide) && (
            <DecideBar
              all={all}
              allTo={`${here}${query ? "&" : "?"}all=1#decide`}
              noneTo={`${here}#decide`}
            />
          )}
        </Form>
      )}
    </Section>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lecturePath } from "~/lectures/lecture.ts";
import { openLecture } from "~/lectures/open-lecture.server.ts";
import { openRoster } from "~/lectures/page.server.ts";
import { AskPanel } from "~/lectures/swaps/ask-panel.tsx";
import { findAsking } from "~/lectures/swaps/asking.server.ts";
import { askAct, declineAct, takeAct, withdrawAct } from "~/lectures/swaps/swap-actions.server.ts";
import { SwapQuestion } from "~/lectures/swaps/swap-question.tsx";
import { findOpenSwap, viewSwap } from "~/lectures/swaps/swap-view.server.ts";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Notice, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For colleagues of the hosts: the speaker asks, others may take. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, series, lecture } = await openTurn(args);
  const { db, now } = args.context;
  const { t, format } = await findText(args);
  const asked = { turnId: lecture.turnId, personId: viewer.personId };
  const asking = await findAsking(db, series, asked, now());
  const open = asking ? null : await findOpenSwap(db, lecture.turnId);
  const swap = open && (await viewSwap(db, open.id, viewer.personId, now()));
  const date = format.date(lecture.date);
  return {
    title: swap ? t("swaps.title", { name: swap.requester, date }) : t("swaps.ask.title", { date }),
    series: { name: series.name, slug: series.slug },
    lecture: { path: lecturePath(lecture), date },
    band: series.hosts.map(({ colour }) => colour),
    asking,
    swap,
  };
}

/** For colleagues of the hosts; each act says so itself. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, series, lecture } = await openTurn(args);
  const formData = await readForm(args.request);
  const here = `${lecturePath(lecture)}/swap`;
  const { context } = args;
  const swapping = { context, text: await findText(args), personId: viewer.personId, here };
  const open = await findOpenSwap(context.db, lecture.turnId);
  switch (formData.get("intent")) {
    case "ask":
      return askAct(formData, { seriesId: series.id, turnId: lecture.turnId }, swapping);
    case "take":
      return takeAct(formData, open?.id ?? "", { ...swapping, here: lecturePath(lecture) });
    case "decline":
      return declineAct(open?.id ?? "", swapping);
    case "withdraw":
      return withdrawAct(open?.id ?? "", swapping);
    default:
      throw new Response("Unknown intent", { status: 400 });
  }
}

async function openTurn(args: LoaderFunctionArgs) {
  const { viewer, series } = await openRoster(args);
  const { lecture } = await openLecture(args, "/swap");
  return { viewer, series, lecture };
}

export default function Swap() {
  const { t } = useText();
  const { title, series, lecture, band, asking, swap } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page
      width="narrow"
      title={title}
      band={band}
      crumbs={[
        { label: t("lectures.list.title"), to: "/lectures" },
        { label: series.name, to: `/lectures/${series.slug}` },
        { label: lecture.date, to: lecture.path },
      ]}
    >
      {asking && <AskPanel asking={asking} lecture={lecture.path} lastResult={answered?.result} />}
      {swap && <SwapQuestion swap={swap} answered={answered} />}
      {!asking && !swap && <Notice title={t("swaps.none")} />}
    </Page>
  );
}

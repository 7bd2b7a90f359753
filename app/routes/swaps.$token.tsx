import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declineAct, takeAct } from "~/lectures/swaps/swap-actions.server.ts";
import { SwapQuestion } from "~/lectures/swaps/swap-question.tsx";
import { viewSwap } from "~/lectures/swaps/swap-view.server.ts";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { findLink } from "~/platform/mailed-links.server.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever has the link of the mail, signed in or not. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context;
  const link = await findLink(db, "swap", args.params.token ?? "");
  const { t, format } = await findText(args);
  const swap = link && (await viewSwap(db, link.subject, link.personId, now()));
  if (!swap) return data({ title: t("swaps.gone"), swap: null }, { status: 404 });
  const values = { name: swap.requester, date: format.date(swap.lecture.date) };
  return data({ title: t("swaps.title", values), swap });
}

/** For whoever has the link. Saying the same twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const link = await findLink(args.context.db, "swap", args.params.token ?? "");
  if (!link) throw new Response("Not found", { status: 404 });
  const formData = await readForm(args.request);
  const here = new URL(args.request.url).pathname;
  const swapping = { context: args.context, text: await findText(args), personId: link.personId, here };
  const intent = formData.get("intent");
  if (intent === "decline") return declineAct(link.subject, swapping);
  if (intent === "take") return takeAct(formData, link.subject, swapping);
  throw new Response("Unknown intent", { status: 400 });
}

export default function SwapByLink() {
  const { t } = useText();
  const { title, swap } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page width="narrow" title={title} intro={swap ? swap.series.name : t("swaps.goneText")}>
      {swap && <SwapQuestion swap={swap} answered={answered} />}
    </Page>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarCheck } from "lucide-react";
import { z } from "zod";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { chooseClash } from "~/signups/clashes/choose-clash.server.ts";
import { choicesOf } from "~/signups/clashes/clash.ts";
import { ClashQuestion } from "~/signups/clashes/clash-question.tsx";
import { listClashes } from "~/signups/clashes/clashes.server.ts";
import { EmptyState, LinkButton, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever is signed in, about themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { db, now } = args.context;
  const clashes = await listClashes(db, viewer.personId, now());
  return {
    title: (await findText(args)).t("clashes.title"),
    pairs: clashes.map((clash) => ({ clash, choices: choicesOf(clash, now()) })),
  };
}

const schema = z.object({ keep: z.uuid(), giveUp: z.uuid() });

/** Whoever is signed in chooses for themselves; the same choice twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { context, request } = args;
  const submission = await parseForm(request, schema, (await findText(args)).t);
  if (!submission.ok) throw new Response("Unprocessable", { status: 422 });
  const choice = { personId: viewer.personId, ...submission.value };
  const answer = await chooseClash(context.db, choice, { now: context.now() });
  context.nudge();
  const left = await listClashes(context.db, viewer.personId, context.now());
  const back = left.length > 0 ? "/agenda/clashes" : "/agenda";
  if (answer.ok)
    return redirectWithToast(back, "clashes.toast.chosen", { keep: answer.keep, giveUp: answer.giveUp });
  return redirectWithToast(back, `clashes.toast.${answer.reason}`, { giveUp: answer.giveUp });
}

export default function Clashes() {
  const { t } = useText();
  const { pairs } = useLoaderData<typeof loader>();
  return (
    <Page
      width="narrow"
      title={t("clashes.title")}
      intro={pairs.length > 0 ? t("clashes.intro") : undefined}
      crumbs={[{ label: t("calendar.agenda.title"), to: "/agenda" }]}
    >
      {pairs.length === 0 ? (
        <EmptyState
          icon={CalendarCheck}
          title={t("clashes.none")}
          action={<LinkButton to="/agenda">{t("clashes.toAgenda")}</LinkButton>}
        >
          <p>{t("clashes.noneText")}</p>
        </EmptyState>
      ) : (
        pairs.map((pair) => (
          <ClashQuestion key={pair.clash.map((one) => one.sessionId).join(" ")} {...pair} />
        ))
      )}
    </Page>
  );
}

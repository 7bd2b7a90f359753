import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findReader, findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { doToMessage } from "~/signups/messages/deeds.server.ts";
import { isOnItsWay } from "~/signups/messages/message.ts";
import { MessageForm } from "~/signups/messages/message-form.tsx";
import { MessageHead } from "~/signups/messages/message-head.tsx";
import { MessagePreview } from "~/signups/messages/message-preview.tsx";
import { findMessagePage } from "~/signups/messages/page.server.ts";
import script from "~/signups/messages/progress.js?url&no-inline";
import { ReachPanel } from "~/signups/messages/reach-panel.tsx";
import { ReportPanel } from "~/signups/messages/report-panel.tsx";
import { SendPanel } from "~/signups/messages/send-panel.tsx";
import { Notice, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts: each sees their own people by name and those of others as totals. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { locale } = await findReader(args);
  const { db, config, now } = args.context;
  const query = new URL(args.request.url).searchParams;
  const asked = { viewer, festival, locale };
  const page = await findMessagePage(db, asked, args.params.message, query, { config, now: now() });
  return {
    title: `${page.message.subject} · ${festival.name}`,
    list: `/festivals/${festival.slug}/organise/messages`,
    timeZone: festival.timeZone,
    ...page,
  };
}

/** Organisers of the hosts; only who may write to its readers does anything with a message. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { locale } = await findReader(args);
  const { t } = await findText(args);
  const { db, now, ids, config, nudge } = args.context;
  const formData = await readForm(args.request);
  const asked = { viewer, festival, locale, t };
  const deps = { now: now(), ids, config };
  const done = await doToMessage(db, asked, args.params.message, formData, deps);
  if (!done.ok) {
    if ("form" in done) return data({ result: done.form.result, at: done.at }, { status: 422 });
    return data({ result: undefined, at: "left" as const }, { status: 409 });
  }
  nudge();
  const list = `/festivals/${festival.slug}/organise/messages`;
  return redirectWithToast(done.gone ? list : `${list}/${args.params.message}`, done.toast);
}

export default function Message() {
  const { t } = useText();
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const { message, reach, report, list } = page;
  const here = `${list}/${message.id}`;
  const waits = message.status !== "sending" && message.status !== "sent";
  const changing = page.changing || acted?.at === "words";
  const moving = message.status === "sending" || (report !== null && isOnItsWay(report));
  return (
    <>
      <MessageHead message={message} target={page.target} list={list} moving={moving} />
      {acted?.at === "left" && <Notice tone="danger">{t("messages.errors.left")}</Notice>}
      {changing && (
        <Section id="words" title={t("messages.form.change")} intro={t("messages.form.changeIntro")}>
          <MessageForm
            targets={page.targets}
            words={message}
            hidden={{ intent: "words" }}
            result={acted?.at === "words" ? acted.result : undefined}
            button={t("messages.act.save")}
            back={here}
          />
        </Section>
      )}
      {!changing && waits && page.mayHandle && (
        <SendPanel
          status={message.status}
          sendAt={message.sendAt}
          readers={reach?.total ?? 0}
          base={here}
          timeZone={page.timeZone}
          result={acted?.at === "later" ? acted.result : undefined}
        />
      )}
      {report && <ReportPanel report={report} readers={reach?.total ?? 0} moving={moving} />}
      {waits && reach && <ReachPanel reach={reach} />}
      <MessagePreview preview={page.preview} base={here} />
      <script type="module" src={script} />
    </>
  );
}

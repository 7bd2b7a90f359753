import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { MessageForm } from "~/signups/messages/message-form.tsx";
import { findWritePage, writeMessage } from "~/signups/messages/write-page.server.ts";
import { Notice, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts: each is shown whom they may write to. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, ids } = args.context;
  const to = new URL(args.request.url).searchParams.get("to");
  return {
    title: `${t("messages.act.write")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise/messages`,
    id: ids.uuid(),
    ...(await findWritePage(db, viewer, festival, to)),
  };
}

/** Organisers of the hosts; whether they may write to whom they chose is asked of the message. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const formData = await readForm(args.request);
  const written = await writeMessage(db, { viewer, festival, t }, formData, { now: now() });
  if (!written.ok) return formAgain(written.form);
  const page = `/festivals/${festival.slug}/organise/messages/${written.id}`;
  return redirectWithToast(page, "messages.toast.saved");
}

export default function NewMessage() {
  const { t } = useText();
  const { base, id, targets, to } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <Section title={t("messages.act.write")} intro={t("messages.form.intro")}>
      {targets.length === 0 && <Notice>{t("messages.form.nobody")}</Notice>}
      <MessageForm
        targets={targets}
        words={{ to, waiting: false, subject: "", body: "" }}
        hidden={{ id }}
        result={acted?.result}
        button={t("messages.act.look")}
        back={base}
      />
    </Section>
  );
}

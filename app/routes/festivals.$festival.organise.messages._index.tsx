import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { BouncedPeople } from "~/people/bounces.tsx";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { MessageList } from "~/signups/messages/message-list.tsx";
import { findMessagesPage } from "~/signups/messages/overview.server.ts";
import { EmptyState, LinkButton, Section, TextLink } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts: they all see what is sent in the festival's name, and to whose people as totals. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("messages.title")} · ${festival.name}`,
    organise: `/festivals/${festival.slug}/organise`,
    ...(await findMessagesPage(args.context.db, viewer, festival)),
  };
}

export default function Messages() {
  const { t } = useText();
  const { organise, outbox, drafts, sent, decisionMails, bounced } = useLoaderData<typeof loader>();
  const base = `${organise}/messages`;
  const nothing = outbox.length + drafts.length + sent.length === 0;
  const write = (
    <LinkButton to={`${base}/new`} variant="primary">
      {t("messages.act.write")}
    </LinkButton>
  );
  return (
    <>
      <Section title={t("messages.title")} intro={t("messages.intro")} actions={!nothing && write}>
        {nothing && (
          <EmptyState title={t("messages.none")} action={write}>
            {t("messages.noneHint")}
          </EmptyState>
        )}
        <BouncedPeople bounced={bounced} />
      </Section>
      <Section id="outbox" title={t("messages.outbox.title")} intro={t("messages.outbox.intro")}>
        {outbox.length > 0 ? (
          <MessageList messages={outbox} base={base} />
        ) : (
          <p>{t("messages.outbox.empty")}</p>
        )}
        <ul className="list-disc ps-5 text-sm">
          {decisionMails > 0 && (
            <li>
              {t("messages.outbox.decisions", { count: decisionMails })}{" "}
              <TextLink to={`${organise}/proposals/mails`}>{t("messages.outbox.look")}</TextLink>
            </li>
          )}
          <li>
            {t("messages.outbox.release")}{" "}
            <TextLink to={`${organise}/releases`}>{t("messages.outbox.lookRelease")}</TextLink>
          </li>
          <li>{t("messages.outbox.reminder")}</li>
        </ul>
      </Section>
      {drafts.length > 0 && (
        <Section title={t("messages.drafts.title")} intro={t("messages.drafts.intro")}>
          <MessageList messages={drafts} base={base} />
        </Section>
      )}
      {sent.length > 0 && (
        <Section title={t("messages.sent.title")}>
          <MessageList messages={sent} base={base} />
        </Section>
      )}
    </>
  );
}

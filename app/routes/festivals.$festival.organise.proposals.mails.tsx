import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Send } from "lucide-react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { LetterForm } from "~/festivals/review/letter-form.tsx";
import { doToMails } from "~/festivals/review/mail-deeds.server.ts";
import { MailPreview } from "~/festivals/review/mail-preview.tsx";
import { MailWarnings } from "~/festivals/review/mail-warnings.tsx";
import { findMailsPage } from "~/festivals/review/mails-page.server.ts";
import { OutgoingList } from "~/festivals/review/outgoing-list.tsx";
import { UnconfirmedList } from "~/festivals/review/unconfirmed-list.tsx";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { ActionForm, Notice, Section, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: they all see what will be sent. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, now, config } = args.context;
  const query = new URL(args.request.url).searchParams;
  return {
    title: `${t("review.mails.title")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise/proposals`,
    ...(await findMailsPage(db, viewer, festival, query, { now: now(), config })),
  };
}

/** Sending and the words for all are the lead's; the words for a proposal also its host's. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, now, ids, nudge } = args.context;
  const { t } = await findText(args);
  const formData = await readForm(args.request);
  const done = await doToMails(db, { viewer, festival, t }, formData, { now: now(), ids });
  if (!done.ok) {
    const { status } = done;
    if ("changed" in done) return data({ changed: true, result: undefined }, { status });
    return data({ changed: false, result: done.form.result }, { status });
  }
  nudge();
  const { pathname } = new URL(args.request.url);
  return redirectWithToast(pathname, done.toast, done.count === undefined ? {} : { count: done.count });
}

export default function Mails() {
  const { t } = useText();
  const page = useLoaderData<typeof loader>();
  const { base, groups, mails, proposals, maySend, editing, preview } = page;
  const acted = useActionData<typeof action>();
  const here = `${base}/mails`;
  return (
    <>
      <Section title={t("review.mails.title")} intro={t("review.mails.intro")}>
        {acted?.changed && <Notice tone="danger">{t("review.mails.changed")}</Notice>}
        {mails === 0 && (
          <Notice tone="success" title={t("review.mails.nothing")}>
            {t("review.mails.nothingHint")}
            {page.told > 0 && ` ${t("review.mails.toldCount", { count: page.told })}`}
          </Notice>
        )}
        <MailWarnings
          undecided={page.undecided}
          reopened={page.reopened}
          changed={page.changed}
          proposals={base}
        />
        {mails > 0 && !maySend && <Notice>{t("review.mails.onlyLead", { lead: page.lead })}</Notice>}
        {mails > 0 && maySend && (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <ActionForm
              fields={{ intent: "send", fingerprint: page.fingerprint }}
              variant="primary"
              icon={Send}
              confirm={t("review.mails.sendConfirm", {
                count: mails,
                proposals: t("review.mails.proposals", { count: proposals }),
              })}
            >
              {t("review.mails.send", { count: mails })}
            </ActionForm>
            <span className="max-w-prose text-sm text-soft">{t("review.mails.readyHint")}</span>
          </div>
        )}
      </Section>
      {groups.map((group) => (
        <Section
          key={group.decision}
          title={t("review.mails.decided", {
            decision: t(`review.states.${group.decision}`),
            count: group.outgoing.length,
          })}
          intro={t(group.own ? "review.mails.wordsOwn" : "review.mails.wordsUsual")}
          actions={
            group.mayEdit && (
              <TextLink to={`${here}?edit=${group.decision}#words`}>
                {t("review.mails.edit")}
                <span className="sr-only">: {t(`review.states.${group.decision}`)}</span>
              </TextLink>
            )
          }
        >
          {editing?.decision === group.decision && (
            <LetterForm editing={editing} base={here} answered={acted?.result && { result: acted.result }} />
          )}
          <OutgoingList outgoing={group.outgoing} base={here} />
        </Section>
      ))}
      {preview && <MailPreview {...preview} />}
      <UnconfirmedList unconfirmed={page.unconfirmed} maySend={maySend} base={base} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MemberList } from "~/lectures/member-list.tsx";
import { MyPlace, NotOnRoster } from "~/lectures/my-place.tsx";
import { openRoster } from "~/lectures/page.server.ts";
import { rosterActs } from "~/lectures/roster-actions.server.ts";
import { findRosterPage } from "~/lectures/roster-page.server.ts";
import { TurnList } from "~/lectures/turn-list.tsx";
import { MadeNominations, NominateForm } from "~/lectures/volunteering/nominate-form.tsx";
import { NominationPanel } from "~/lectures/volunteering/nomination-panel.tsx";
import { answerTo } from "~/people/answered.ts";
import { listRefusals } from "~/people/mail-preferences/refusals.server.ts";
import { TurnsNotMailed } from "~/people/mail-preferences/turns-not-mailed.tsx";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Disclosure, EmptyState, LinkButton, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For colleagues of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, series } = await openRoster(args);
  const { t } = await findText(args);
  return {
    title: t("lectures.roster.title", { name: series.name }),
    series: { slug: series.slug, name: series.name, weekday: series.weekday },
    hosts: series.hosts.map(({ name, colour }) => ({ name, colour })),
    personId: viewer.personId,
    isMailed: !(await listRefusals(args.context.db, viewer.personId)).includes("turns"),
    ...(await findRosterPage(args.context.db, { series, viewer }, args.context.now())),
  };
}

/** For colleagues of the hosts, each about themselves. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await openRoster(args);
  const formData = await readForm(args.request);
  const act = rosterActs.get(formData.get("intent"));
  if (!act) throw new Response("Unknown intent", { status: 400 });
  return act(formData, { context: args.context, viewer, series, text: await findText(args) });
}

export default function RosterPage() {
  const { t } = useText();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { title, series, hosts, personId, mine, coming, past, members } = page;
  const { slug } = series;
  const nominate = answerTo("nominate", answered);
  return (
    <Page
      title={title}
      band={hosts.map(({ colour }) => colour)}
      crumbs={[
        { label: t("lectures.list.title"), to: "/lectures" },
        { label: series.name, to: `/lectures/${slug}` },
      ]}
    >
      {page.nomination && <NominationPanel nomination={page.nomination} />}
      <Section title={t("lectures.roster.mine")}>
        {mine && !page.isMailed && <TurnsNotMailed />}
        {mine ? (
          <MyPlace {...{ slug, mine, answered }} lectureDay={series.weekday} topics={page.topics} />
        ) : (
          <NotOnRoster wasOn={page.wasOn} />
        )}
      </Section>
      <Section
        title={t("lectures.roster.coming")}
        intro={t("lectures.roster.comingIntro")}
        actions={
          mine && (
            <LinkButton to={`/lectures/${slug}/roster/what-if`}>{t("roster.whatIf.mine.link")}</LinkButton>
          )
        }
      >
        {coming.length > 0 ? (
          <TurnList slug={slug} turns={coming} personId={mine ? personId : null} />
        ) : (
          <EmptyState title={t("lectures.roster.none")} />
        )}
      </Section>
      <Section title={t("lectures.roster.people")} intro={t("lectures.roster.intro")}>
        {members.length > 0 ? (
          <MemberList members={members} personId={personId} />
        ) : (
          <EmptyState title={t("lectures.roster.nobodyYet")} />
        )}
        {page.made.length > 0 && <MadeNominations made={page.made} />}
        <Disclosure id="nominate" summary={t("roster.nominate.summary")} open={nominate !== undefined}>
          <NominateForm
            hosts={hosts.map(({ name }) => name)}
            colleagues={page.colleagues}
            lastResult={nominate}
          />
        </Disclosure>
      </Section>
      {past.length > 0 && (
        <Section title={t("lectures.roster.past")}>
          <TurnList slug={slug} turns={past} personId={null} />
        </Section>
      )}
    </Page>
  );
}

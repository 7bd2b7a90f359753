import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MemberList } from "~/lectures/member-list.tsx";
import { MyPlace } from "~/lectures/my-place.tsx";
import { openRoster } from "~/lectures/page.server.ts";
import { loadRoster, memberOf } from "~/lectures/roster.server.ts";
import { rosterActs } from "~/lectures/roster-actions.server.ts";
import { memberLines, turnLines } from "~/lectures/roster-view.ts";
import { TurnList } from "~/lectures/turn-list.tsx";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { dateIn } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { EmptyState, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

const pastShown = 12;

/** For colleagues of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, series } = await openRoster(args);
  const { db, now } = args.context;
  const [{ t }, roster] = await Promise.all([findText(args), loadRoster(db, series)]);
  const today = dateIn(now(), series.timeZone);
  const { coming, past } = turnLines(roster, now());
  const members = memberLines(roster, today);
  return {
    title: t("lectures.roster.title", { name: series.name }),
    series: { slug: series.slug, name: series.name },
    band: series.hosts.map(({ colour }) => colour),
    personId: viewer.personId,
    me: members.find(({ personId }) => personId === viewer.personId) ?? null,
    absences: (memberOf(roster, viewer.personId)?.absences ?? []).filter(({ endsOn }) => endsOn >= today),
    members,
    coming,
    past: past.slice(0, pastShown),
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
  const { title, series, band, personId, me, absences, members, coming, past } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { slug } = series;
  const asked = coming.find((turn) => turn.status === "offered" && turn.member?.personId === personId);
  const onRoster = me !== null && me.state !== "left";
  return (
    <Page
      title={title}
      intro={t("lectures.roster.intro")}
      band={band}
      crumbs={[
        { label: t("lectures.list.title"), to: "/lectures" },
        { label: series.name, to: `/lectures/${slug}` },
      ]}
    >
      <Section title={t("lectures.roster.mine")}>
        <MyPlace
          me={me}
          asked={asked && { date: asked.date, path: `/lectures/${slug}/${asked.date}#answer` }}
          absences={absences}
          answered={answered}
        />
      </Section>
      <Section title={t("lectures.roster.coming")} intro={t("lectures.roster.comingIntro")}>
        {coming.length > 0 ? (
          <TurnList slug={slug} turns={coming} personId={onRoster ? personId : null} />
        ) : (
          <EmptyState title={t("lectures.roster.none")} />
        )}
      </Section>
      <Section title={t("lectures.roster.people")}>
        {members.length > 0 ? (
          <MemberList members={members} personId={personId} />
        ) : (
          <EmptyState title={t("lectures.roster.nobodyYet")} />
        )}
      </Section>
      {past.length > 0 && (
        <Section title={t("lectures.roster.past")}>
          <TurnList slug={slug} turns={past} personId={null} />
        </Section>
      )}
    </Page>
  );
}

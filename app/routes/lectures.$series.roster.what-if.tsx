import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberOf } from "~/lectures/member-of.ts";
import { openRoster } from "~/lectures/page.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { MyWhatIfForm } from "~/lectures/what-if/my-what-if-form.tsx";
import { tryOutForMyself } from "~/lectures/what-if/page.server.ts";
import { WhatIfPlan } from "~/lectures/what-if/what-if-plan.tsx";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { ActionForm, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For colleagues of the hosts, each about themselves; who is not on the roster may join it. Nothing is written. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, series } = await openRoster(args);
  const { db, now } = args.context;
  const [{ t }, roster] = await Promise.all([findText(args), loadRoster(db, series)]);
  const me = memberOf(roster, viewer.personId);
  if (!me || me.leftOn !== null) throw redirect(`/lectures/${series.slug}/join`);
  const tried = tryOutForMyself(new URL(args.request.url), { roster, now: now(), t }, me.id);
  const page = {
    title: t("roster.whatIf.mine.title"),
    series: { slug: series.slug, name: series.name },
    band: series.hosts.map(({ colour }) => colour),
    ...tried,
  };
  return data(page, { status: tried.lastResult ? 422 : 200 });
}

export default function MyWhatIf() {
  const { t, format } = useText();
  const { title, series, band, whatIf, imagined, given, lastResult } = useLoaderData<typeof loader>();
  const roster = `/lectures/${series.slug}/roster`;
  const [away] = whatIf.away;
  return (
    <Page
      title={title}
      intro={t("roster.whatIf.mine.intro")}
      band={band}
      crumbs={[
        { label: t("lectures.list.title"), to: "/lectures" },
        { label: series.name, to: `/lectures/${series.slug}` },
        { label: t("lectures.series.roster"), to: roster },
      ]}
    >
      <MyWhatIfForm given={given} lastResult={lastResult} />
      {imagined && <WhatIfPlan imagined={imagined} />}
      {imagined && (
        <Section title={t("roster.whatIf.really.title")} intro={t("roster.whatIf.mine.really")}>
          <div className="flex flex-wrap gap-3">
            {away && (
              <ActionForm
                action={roster}
                fields={{ intent: "away", startsOn: away.startsOn, endsOn: away.endsOn, note: "" }}
                variant="secondary"
              >
                {t("roster.whatIf.mine.away", { dates: format.dateRange(away.startsOn, away.endsOn) })}
              </ActionForm>
            )}
            {whatIf.without.length > 0 && (
              <ActionForm
                action={roster}
                fields={{ intent: "leave" }}
                variant="secondary"
                confirm={t("lectures.roster.confirmLeave")}
              >
                {t("lectures.roster.leave")}
              </ActionForm>
            )}
          </div>
        </Section>
      )}
    </Page>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayJoinRoster } from "~/lectures/access.ts";
import { joinRoster } from "~/lectures/members.server.ts";
import { openRoster, openSeries } from "~/lectures/page.server.ts";

import { JoinPanel } from "~/lectures/volunteering/join-panel.tsx";
import { standingOn } from "~/lectures/volunteering/standing.server.ts";
import { findText } from "~/people/reader.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For everybody who may see the series; who is not signed in is led through the login and back. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, series } = await openSeries(args);
  const { t } = await findText(args);
  const standing = viewer ? await standingOn(args.context.db, series.id, viewer.personId) : "never";
  const { slug, name, place, weekday, localTime, durationMinutes, visibility, hosts } = series;
  return {
    title: t("roster.join.title", { name }),
    series: { slug, name, place, weekday, localTime, durationMinutes, visibility, hosts },
    standing: {
      signedIn: viewer !== null,
      onRoster: standing === "on",
      wasOn: standing === "left",
      mayJoin: mayJoinRoster(viewer, series),
    },
  };
}

/** For colleagues of the hosts. Pressing it twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await openRoster(args);
  const { db, now, ids, nudge } = args.context;
  await joinRoster(db, { seriesId: series.id, personId: viewer.personId }, { now: now(), ids });
  nudge();
  return redirectWithToast(`/lectures/${series.slug}/roster`, "lectures.toast.joined");
}

export default function Join() {
  const { t, format } = useText();
  const { title, series, standing } = useLoaderData<typeof loader>();
  const rhythm = { weekday: format.weekday(series.weekday), time: series.localTime };
  return (
    <Page
      width="narrow"
      title={title}
      intro={`${t("lectures.rhythm", rhythm)}, ${series.place}`}
      band={series.hosts.map(({ colour }) => colour)}
      crumbs={[
        { label: t("lectures.list.title"), to: "/lectures" },
        { label: series.name, to: `/lectures/${series.slug}` },
      ]}
    >
      <JoinPanel series={series} standing={standing} />
    </Page>
  );
}

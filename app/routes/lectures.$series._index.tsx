import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarPlus, Coffee } from "lucide-react";
import { mayAnyoneSubscribeToSeries } from "~/calendar/access.ts";
import { SubscribeTo } from "~/calendar/subscribe-to.tsx";
import { mayJoinRoster, mayOrganiseSeries, maySeeRoster } from "~/lectures/access.ts";
import { findJustHeld } from "~/lectures/afterwards/just-held.server.ts";
import { JustHeld } from "~/lectures/afterwards/just-held.tsx";
import { LectureCard } from "~/lectures/lecture-card.tsx";
import { listComing, listPast } from "~/lectures/lectures.server.ts";
import { openSeries } from "~/lectures/page.server.ts";
import { isOnRoster } from "~/lectures/roster.server.ts";
import { SeriesActions } from "~/lectures/series-actions.tsx";
import { SeriesFacts } from "~/lectures/series-facts.tsx";
import { WeekList } from "~/lectures/week-list.tsx";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { EmptyState, LinkButton, Page, Section } from "~/ui/index.ts";

export const meta = titled;

const pastShown = 8;

/** For everybody who may see the series. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, config } = args.context;
  const { viewer, series } = await openSeries(args);
  const { seed, ...shown } = series;
  const [coming, past, justHeld, onRoster] = await Promise.all([
    listComing(db, [series.id], now()),
    listPast(db, series.id, now(), pastShown),
    findJustHeld(db, { viewer, series }, now()),
    viewer ? isOnRoster(db, series.id, viewer.personId) : false,
  ]);
  return {
    title: series.name,
    now: now().toString(),
    series: shown,
    coming,
    past,
    justHeld,
    feedUrl: mayAnyoneSubscribeToSeries(series)
      ? new URL(`/lectures/${series.slug}.ics`, config.publicUrl).href
      : null,
    standing: {
      signedIn: viewer !== null,
      onRoster,
      mayJoin: mayJoinRoster(viewer, series),
      maySeeRoster: maySeeRoster(viewer, series),
      mayOrganise: mayOrganiseSeries(viewer, series),
    },
  };
}

export default function SeriesPage() {
  const { t } = useText();
  const { series, coming, past, justHeld, standing, feedUrl, now } = useLoaderData<typeof loader>();
  const next = coming.find(
    ({ status, turnId }) => status !== "cancelled" && turnId !== justHeld?.lecture.turnId,
  );
  const later = coming.filter((lecture) => lecture !== next && lecture.turnId !== justHeld?.lecture.turnId);
  return (
    <Page
      title={series.name}
      intro={series.description}
      band={series.hosts.map(({ colour }) => colour)}
      crumbs={[{ label: t("lectures.list.title"), to: "/lectures" }]}
      actions={
        <SeriesActions
          series={series}
          standing={standing}
          isSecond={justHeld?.mayThank && !justHeld.hasThanked}
        />
      }
    >
      {justHeld && <JustHeld {...justHeld} />}
      <Section title={t("lectures.series.now")}>
        {next ? (
          <LectureCard lecture={next} />
        ) : (
          <EmptyState icon={Coffee} title={t("lectures.series.nothing")}>
            {t("lectures.series.nothingText")}
          </EmptyState>
        )}
      </Section>
      <Section title={t("lectures.series.about")}>
        <SeriesFacts series={series} at={next?.startsAt ?? now} />
        {feedUrl ? (
          <SubscribeTo feedUrl={feedUrl} name={series.name} />
        ) : (
          <p id="subscribe">
            <LinkButton to="/agenda/subscriptions" variant="quiet" icon={CalendarPlus}>
              {t("lectures.series.privateFeed")}
            </LinkButton>
          </p>
        )}
      </Section>
      {later.length > 0 && (
        <Section title={t("lectures.series.coming")}>
          <WeekList lectures={later} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t("lectures.series.past")}>
          <WeekList lectures={past} />
        </Section>
      )}
    </Page>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarHeart } from "lucide-react";
import { agendaOf } from "~/calendar/agenda.ts";
import { AgendaList } from "~/calendar/agenda-list.tsx";
import { listMySessions } from "~/calendar/my-sessions.server.ts";
import { listSubscriptions } from "~/calendar/personal-feed.server.ts";
import { SubscribeSection, SubscriptionList } from "~/calendar/subscriptions.tsx";
import { findReader, findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { dateIn } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { listQuestions } from "~/signups/parties/find.server.ts";
import { PartyQuestions } from "~/signups/parties/party-questions.tsx";
import { Disclosure, EmptyState, LinkButton, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever is signed in, about themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { db, config } = args.context;
  const now = args.context.now();
  const { timeZone } = await findReader(args);
  const { t } = await findText(args);
  const mine = await listMySessions(db, viewer, now);
  return {
    title: t("calendar.agenda.title"),
    timeZone,
    today: dateIn(now, timeZone),
    local: config.local,
    ...agendaOf(mine, { now, timeZone }),
    questions: await listQuestions(db, { personId: viewer.personId }, now),
    subscriptions: await listSubscriptions(db, viewer.personId),
  };
}

export default function Agenda() {
  const { t, format } = useText();
  const { timeZone, today, coming, past, local, subscriptions, questions } = useLoaderData<typeof loader>();
  const empty = coming.length === 0 && past.length === 0;
  const pastCount = past.reduce((count, day) => count + day.items.length, 0);
  return (
    <Page
      title={t("calendar.agenda.title")}
      intro={empty ? undefined : t("calendar.agenda.zone", { zone: format.zoneName(timeZone) })}
    >
      <PartyQuestions questions={questions} />
      {coming.length === 0 ? (
        <EmptyState
          icon={CalendarHeart}
          title={t(empty ? "calendar.agenda.emptyTitle" : "calendar.agenda.emptyComing")}
          action={
            <>
              <LinkButton variant="primary" to="/festivals">
                {t("calendar.agenda.findFestival")}
              </LinkButton>
              <LinkButton to="/lectures">{t("calendar.agenda.findLecture")}</LinkButton>
            </>
          }
        >
          <p>{t("calendar.agenda.empty")}</p>
        </EmptyState>
      ) : (
        <AgendaList days={coming} today={today} />
      )}
      {pastCount > 0 && (
        <Disclosure id="past" summary={t("calendar.agenda.pastCount", { count: pastCount })}>
          <AgendaList days={past} today={today} past />
        </Disclosure>
      )}
      <SubscribeSection local={local} />
      <SubscriptionList subscriptions={subscriptions} />
    </Page>
  );
}

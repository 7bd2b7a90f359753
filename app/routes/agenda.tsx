import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarHeart } from "lucide-react";
import { z } from "zod";
import { agendaOf, heldIn, waitsIn } from "~/calendar/agenda.ts";
import { AgendaList } from "~/calendar/agenda-list.tsx";
import { listMySessions } from "~/calendar/my-sessions.server.ts";
import { listSubscriptions } from "~/calendar/personal-feed.server.ts";
import { SubscribeSection, SubscriptionList } from "~/calendar/subscriptions.tsx";
import { WaitsSection } from "~/calendar/waits-section.tsx";
import { findReader, findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { dateIn } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { ClashNotice } from "~/signups/clashes/clash-notice.tsx";
import { listClashes } from "~/signups/clashes/clashes.server.ts";
import { findTravelWithin } from "~/signups/clashes/travel.server.ts";
import { OwnCodeCard } from "~/signups/door/own-code.tsx";
import { listOwnCodes } from "~/signups/door/own-day.server.ts";
import { OfferNotices } from "~/signups/offers/offer-notices.tsx";
import { leaveQueue } from "~/signups/offers/step-back.server.ts";
import { listQuestions } from "~/signups/parties/find.server.ts";
import { PartyQuestions } from "~/signups/parties/party-questions.tsx";
import { Disclosure, EmptyState, LinkButton, Page, Stack } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever is signed in, about themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { db, config, secret } = args.context;
  const now = args.context.now();
  const { timeZone } = await findReader(args);
  const { t } = await findText(args);
  const mine = await listMySessions(db, viewer, now);
  const agenda = agendaOf(mine, { now, timeZone });
  const own = mine.filter(({ part, session }) => isOwnTime(part) && session.status !== "cancelled");
  return {
    title: t("calendar.agenda.title"),
    timeZone,
    today: dateIn(now, timeZone),
    local: config.local,
    questions: await listQuestions(db, { personId: viewer.personId }, now),
    asOf: now.toString(),
    ...agenda,
    held: heldIn(agenda),
    waits: waitsIn(agenda),
    clashes: await listClashes(db, viewer.personId, now),
    travel: await findTravelWithin(
      db,
      own.map(({ session }) => session),
    ),
    codes: await listOwnCodes(db, viewer.personId, now, { secret, publicUrl: config.publicUrl }),
    subscriptions: await listSubscriptions(db, viewer.personId),
  };
}

const isOwnTime = (part: string) => part === "gives" || part === "attends";

const schema = z.object({ intent: z.literal("leave-queue"), session: z.uuid() });

/** Whoever is signed in leaves a queue they stand in; twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { context, request } = args;
  const submission = await parseForm(request, schema, (await findText(args)).t);
  if (!submission.ok) throw new Response("Unprocessable", { status: 422 });
  const sessionId = submission.value.session;
  const left = await leaveQueue(context.db, { personId: viewer.personId, sessionId }, { now: context.now() });
  context.nudge();
  const session = left ? await findSession(context.db, sessionId) : null;
  if (!session) return redirect("/agenda", 303);
  return redirectWithToast("/agenda", "signups.toast.leftQueue", { title: session.title });
}

export default function Agenda() {
  const { t, format } = useText();
  const { timeZone, today, coming, past, local, subscriptions, ...page } = useLoaderData<typeof loader>();
  const empty = coming.length === 0 && past.length === 0;
  const pastCount = past.reduce((count, day) => count + day.items.length, 0);
  return (
    <Page
      title={t("calendar.agenda.title")}
      intro={empty ? undefined : t("calendar.agenda.zone", { zone: format.zoneName(timeZone) })}
    >
      {page.held.length + page.clashes.length > 0 && (
        <Stack>
          <OfferNotices held={page.held} asOf={page.asOf} />
          <ClashNotice clashes={page.clashes} />
        </Stack>
      )}
      <PartyQuestions questions={page.questions} />
      {page.codes.map((code) => (
        <OwnCodeCard key={code.address} {...code} />
      ))}
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
        <AgendaList days={coming} today={today} travel={page.travel} />
      )}
      <WaitsSection items={page.waits} />
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

import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Pencil } from "lucide-react";
import { mayAnyoneSubscribeToFestival } from "~/calendar/access.ts";
import { AddToCalendar } from "~/calendar/add-to-calendar.tsx";
import { mayEditSession, maySeeFestival } from "~/festivals/access.ts";
import { acceptedHosts, isOver } from "~/festivals/festival.ts";
import { sessionJsonLd } from "~/festivals/json-ld.ts";
import { AlsoNow } from "~/festivals/programme/also-now.tsx";
import { listFavourites } from "~/festivals/programme/favourites.server.ts";
import { FestivalBanner } from "~/festivals/programme/festival-banner.tsx";
import { readMarks } from "~/festivals/programme/marks.ts";
import { neighboursOf } from "~/festivals/programme/neighbours.ts";
import { pageMeta } from "~/festivals/programme/page-meta.ts";
import styles from "~/festivals/programme/programme.css?url";
import script from "~/festivals/programme/programme.js?url&no-inline";
import { standingFor } from "~/festivals/programme/programme.server.ts";
import { SessionTools } from "~/festivals/programme/session-tools.tsx";
import { findViewer, notForYou } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Paragraphs } from "~/sessions/paragraphs.tsx";
import { placeOf, sessionPath } from "~/sessions/session.ts";
import { SessionFacts } from "~/sessions/session-facts.tsx";
import { findSession, listSessions } from "~/sessions/sessions.server.ts";
import { festivalAdmission } from "~/signups/admission.server.ts";
import { findPanel } from "~/signups/panel.server.ts";
import { SignupPanel } from "~/signups/signup-panel.tsx";
import { JsonLd, LinkButton, Notice, Page, Section, Time } from "~/ui/index.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.about);

/** Whoever may see the festival. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const { db, config } = context;
  const now = context.now();
  const viewer = await findViewer(args);
  const found = await standingFor(context, params.festival ?? "");
  const session = await findSession(db, params.session ?? "");
  if (!found || session?.festivalId !== found.facts.festival.id)
    throw new Response("Not found", { status: 404 });
  const { festival, venues, plan, rooms } = found.facts;
  if (!maySeeFestival(viewer, festival)) throw notForYou(args, viewer);
  const editions = session.proposalId
    ? await listSessions(db, { proposalId: session.proposalId, statuses: ["tentative", "confirmed"] })
    : [];
  const hosts = acceptedHosts(festival);
  const isPublic = mayAnyoneSubscribeToFestival(festival);
  const own = viewer ? await listFavourites(db, viewer.personId, festival.id) : [];
  const marks = new Set([...readMarks(request.headers.get("cookie")), ...own]);
  return {
    about: {
      title: `${session.title} · ${festival.name}`,
      description: session.abstract || festival.theme || festival.outcome,
      url: config.publicUrl + sessionPath(session),
      isPublic,
    },
    jsonLd: isPublic ? sessionJsonLd(session, { ...festival, hosts, venues }, config.publicUrl) : null,
    festival: {
      ...{ slug: festival.slug, name: festival.name, language: festival.language, status: festival.status },
      ...{ announcement: festival.announcement, postponedAt: festival.postponedAt, isPublic },
    },
    over: isOver(festival, now) || festival.status === "over",
    session,
    host: hosts.find(({ slug }) => slug === session.organisation.slug) ?? session.organisation,
    again: editions.filter((edition) => edition.id !== session.id),
    neighbours: neighboursOf(plan.items, session.id, rooms),
    panel: await findPanel(
      db,
      { session, personId: viewer?.personId ?? null, admission: festivalAdmission(festival, now) },
      now,
    ),
    favourite: marks.has(session.number),
    signedIn: viewer !== null,
    mayEdit: mayEditSession(viewer, festival, session),
  };
}

export default function SessionPage() {
  const page = useLoaderData<typeof loader>();
  const { festival, session, panel, mayEdit } = page;
  const { t, format } = useText();
  const path = sessionPath(session);
  const place = placeOf(session);
  const speakers = format.list(session.speakers.map((speaker) => speaker.name));
  return (
    <Page
      title={<span lang={session.language}>{session.title}</span>}
      intro={
        <>
          <p>
            <Time at={session.startsAt}>{format.sessionTime(session)}</Time>
            {place && ` · ${place}`}
          </p>
          {speakers && <p>{t("sessions.with", { names: speakers })}</p>}
        </>
      }
      crumbs={[{ label: festival.name, to: `/festivals/${festival.slug}` }]}
      band={[session.organisation.colour]}
      actions={
        mayEdit && (
          <LinkButton
            to={`/festivals/${festival.slug}/organise/sessions/${session.id}`}
            icon={Pencil}
            variant="quiet"
          >
            {t("sessions.edit")}
          </LinkButton>
        )
      }
    >
      {page.jsonLd && <JsonLd text={page.jsonLd} />}
      <FestivalBanner festival={festival} over={page.over} mayOrganise={false} />
      {session.status === "cancelled" && (
        <Notice tone="danger" title={t("sessions.cancelled")}>
          <p>{t("sessions.cancelledText")}</p>
        </Notice>
      )}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex flex-col items-start gap-4 lg:order-2">
          <SignupPanel panel={panel} here={path} />
          <SessionTools
            session={session}
            url={page.about.url}
            path={path}
            favourite={page.favourite}
            marks={page.signedIn ? "account" : "browser"}
          />
          {!session.allDay && session.status !== "cancelled" && (
            <AddToCalendar
              entry={{ ...session, place, url: page.about.url }}
              file={festival.isPublic ? `${path}.ics` : null}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <Section title={t("sessions.about")}>
            {session.abstract.trim() ? (
              <Paragraphs text={session.abstract} />
            ) : (
              <p className="text-soft">{t("sessions.noAbstract")}</p>
            )}
          </Section>
          <SessionFacts session={session} again={page.again} host={page.host} />
          <AlsoNow neighbours={page.neighbours} base={`/festivals/${festival.slug}`} />
        </div>
      </div>
      <script type="module" src={script} />
    </Page>
  );
}

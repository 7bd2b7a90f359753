import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListOrdered, Megaphone, Settings2 } from "lucide-react";
import { mayAnyoneSubscribeToFestival } from "~/calendar/access.ts";
import { SubscribeTo } from "~/calendar/subscribe-to.tsx";
import { mayAnswerInvitation, mayOrganiseFestival, maySeeFestival } from "~/festivals/access.ts";
import { mayPropose } from "~/festivals/call/access.ts";
import { callWindow } from "~/festivals/call/call.ts";
import { EditionLinks } from "~/festivals/editions/edition-links.tsx";
import { findEditions } from "~/festivals/editions/editions.server.ts";
import { acceptedHosts, isOver, signupWindow } from "~/festivals/festival.ts";
import { festivalJsonLd } from "~/festivals/json-ld.ts";
import { listFavourites } from "~/festivals/programme/favourites.server.ts";
import { FestivalBanner } from "~/festivals/programme/festival-banner.tsx";
import { FestivalHead } from "~/festivals/programme/festival-head.tsx";
import { readFilter } from "~/festivals/programme/filter.ts";
import { KeepMarks } from "~/festivals/programme/keep-marks.tsx";
import { readMarks } from "~/festivals/programme/marks.ts";
import { pageMeta } from "~/festivals/programme/page-meta.ts";
import styles from "~/festivals/programme/programme.css?url";
import script from "~/festivals/programme/programme.js?url&no-inline";
import { standingFor } from "~/festivals/programme/programme.server.ts";
import { ProgrammeEmpty } from "~/festivals/programme/programme-empty.tsx";
import { ProgrammeView } from "~/festivals/programme/programme-view.tsx";
import { showProgramme } from "~/festivals/programme/shown.server.ts";
import { standingOf } from "~/festivals/programme/standing.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer, notForYou } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { instantOf } from "~/platform/time.ts";
import { mayComeTogether } from "~/signups/parties/access.ts";
import { findOwnParty } from "~/signups/parties/find.server.ts";
import { TogetherLink } from "~/signups/parties/together-buttons.tsx";
import { signupStates } from "~/signups/states.server.ts";
import { JsonLd, LinkButton, Page, TextLink } from "~/ui/index.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.about);

/** For whom the festival's visibility says. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const { db, config } = context;
  const [viewer, text] = await Promise.all([findViewer(args), findText(args)]);
  const found = await standingFor(context, params.festival ?? "");
  if (!found) throw new Response("Not found", { status: 404 });
  const { festival, rooms, venues, plan } = found.facts;
  if (!maySeeFestival(viewer, festival)) throw notForYou(args, viewer);
  const now = context.now();
  const { slug, name, theme, outcome, startsOn, endsOn, timeZone, language, status } = festival;
  const ids = plan.items.map((item) => item.id);
  const states = viewer ? await signupStates(db, viewer.personId, ids) : {};
  const own = viewer ? await listFavourites(db, viewer.personId, festival.id) : [];
  const marks = readMarks(request.headers.get("cookie"));
  const filter = readFilter(new URL(request.url).searchParams);
  const leavesOut = filter.favourites && !viewer && marks.length === 0;
  const hosts = acceptedHosts(festival);
  const isPublic = mayAnyoneSubscribeToFestival(festival);
  return {
    about: {
      title: name,
      description: theme || outcome,
      url: `${config.publicUrl}/festivals/${slug}`,
      isPublic,
    },
    jsonLd: isPublic ? festivalJsonLd({ ...festival, hosts, venues }, config.publicUrl) : null,
    festival: {
      ...{ slug, name, theme, outcome, startsOn, endsOn, timeZone, language, status },
      announcement: festival.announcement,
      postponedAt: festival.postponedAt,
    },
    hosts,
    venues: [...new Set(rooms.map((room) => room.venueName))],
    over: isOver(festival, now) || status === "over",
    signup:
      status === "cancelled" || festival.postponedAt
        ? null
        : {
            mode: festival.signupMode,
            window: signupWindow(festival, now),
            opensAt: festival.signupOpensAt,
            closesAt: festival.signupClosesAt,
          },
    foreignZone: !text.format.sameZone(timeZone, instantOf(`${startsOn}T12:00`, timeZone).toString()),
    feedUrl: isPublic ? `${config.publicUrl}/festivals/${slug}.ics` : null,
    // A stranger may turn out to work for a host once they sign in.
    mayPropose: callWindow(festival, now) === "open" && (viewer === null || mayPropose(viewer, festival)),
    mayOrganise: mayOrganiseFestival(viewer, festival),
    mayAnswer: mayAnswerInvitation(viewer, festival),
    signedIn: viewer !== null,
    together:
      viewer && mayComeTogether(viewer, festival, now) ? await findOwnParty(db, festival.id, viewer) : null,
    editions: await findEditions(db, viewer, festival),
    marksToKeep: viewer ? marks.length : 0,
    filter,
    leavesOut,
    programme: showProgramme(found, {
      filter: leavesOut ? { ...filter, favourites: false, day: filter.day ?? "all" } : filter,
      text,
      now,
      reader: {
        standings: Object.fromEntries(ids.map((id) => [id, standingOf(states[id]?.status)])),
        marks: new Set([...marks, ...own]),
      },
    }),
  };
}

export default function FestivalProgramme() {
  const { t } = useText();
  const page = useLoaderData<typeof loader>();
  const { festival, hosts, signup, mayOrganise, signedIn, filter, programme } = page;
  const path = `/festivals/${festival.slug}`;
  return (
    <Page
      title={<span lang={festival.language}>{festival.name}</span>}
      intro={festival.theme && <p lang={festival.language}>{festival.theme}</p>}
      band={hosts.map((host) => host.colour)}
      width="wide"
      actions={
        <>
          {!signedIn && signup?.window === "open" && signup.mode === "first-come" && (
            <LinkButton to={`/login?to=${encodeURIComponent(path)}`} variant="primary">
              {t("programme.head.signIn")}
            </LinkButton>
          )}
          {signup?.mode === "ballot" && (
            <LinkButton to={`${path}/wishes`} variant="primary" icon={ListOrdered}>
              {t("ballot.wishes.link")}
            </LinkButton>
          )}
          {page.mayPropose && (
            <LinkButton to={`${path}/propose`} icon={Megaphone} variant={signedIn ? "primary" : "secondary"}>
              {t("call.propose.button")}
            </LinkButton>
          )}
          {page.mayAnswer && (
            <LinkButton to={`${path}/organise/hosts`} variant="primary">
              {t("programme.head.answer")}
            </LinkButton>
          )}
          {signedIn && programme && (
            <LinkButton to={`${path}/my`} variant="quiet">
              {t("ballot.wishes.mine")}
            </LinkButton>
          )}
          {mayOrganise && (
            <LinkButton to={`${path}/organise`} icon={Settings2}>
              {t("programme.head.organise")}
            </LinkButton>
          )}
        </>
      }
    >
      {page.jsonLd && <JsonLd text={page.jsonLd} />}
      <FestivalBanner festival={festival} over={page.over} mayOrganise={mayOrganise} />
      {!filter.print && (
        <FestivalHead
          festival={festival}
          hosts={hosts}
          venues={page.venues}
          signup={signup}
          foreignZone={page.foreignZone}
        >
          {page.together && <TogetherLink company={page.together} base={path} />}
          {page.feedUrl && programme && <SubscribeTo feedUrl={page.feedUrl} name={festival.name} />}
        </FestivalHead>
      )}
      <KeepMarks count={page.marksToKeep} here={path} />
      {programme ? (
        <ProgrammeView
          path={path}
          programme={programme}
          filter={filter}
          marks={signedIn ? "account" : "browser"}
          leavesOut={page.leavesOut}
        />
      ) : (
        <ProgrammeEmpty festival={festival} />
      )}
      {programme && !filter.print && (
        <p>
          <TextLink to={`${path}/changes`}>{t("editions.changelog.link")}</TextLink>
        </p>
      )}
      {!filter.print && <EditionLinks {...page.editions} />}
      <script type="module" src={script} />
    </Page>
  );
}

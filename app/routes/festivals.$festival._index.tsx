import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Megaphone, Settings2 } from "lucide-react";
import { mayAnyoneSubscribeToFestival } from "~/calendar/access.ts";
import { SubscribeTo } from "~/calendar/subscribe-to.tsx";
import { mayAnswerInvitation, mayOrganiseFestival, maySeeFestival } from "~/festivals/access.ts";
import { mayPropose } from "~/festivals/call/access.ts";
import { callWindow } from "~/festivals/call/call.ts";
import { EditionLinks } from "~/festivals/editions/edition-links.tsx";
import { findEditions } from "~/festivals/editions/editions.server.ts";
import { acceptedHosts, signupWindow } from "~/festivals/festival.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { FestivalBanner } from "~/festivals/programme/festival-banner.tsx";
import { FestivalHead } from "~/festivals/programme/festival-head.tsx";
import { readFilter } from "~/festivals/programme/filter.ts";
import { itemOf } from "~/festivals/programme/item.ts";
import { findProgramme } from "~/festivals/programme/programme.server.ts";
import { buildProgramme } from "~/festivals/programme/programme.ts";
import { ProgrammeEmpty } from "~/festivals/programme/programme-empty.tsx";
import { ProgrammeView } from "~/festivals/programme/programme-view.tsx";
import { standingOf } from "~/festivals/programme/standing.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer, notForYou } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { instantOf } from "~/platform/time.ts";
import { titled } from "~/platform/title.ts";
import { signupStates } from "~/signups/states.server.ts";
import { LinkButton, Page, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For whom the festival's visibility says. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args;
  const [viewer, { format }] = await Promise.all([findViewer(args), findText(args)]);
  const festival = await findFestival(context.db, params.festival ?? "");
  if (!festival) throw new Response("Not found", { status: 404 });
  if (!maySeeFestival(viewer, festival)) throw notForYou(args, viewer);
  const { slug, name, theme, outcome, startsOn, endsOn, timeZone, language, status } = festival;
  const { sessions, rooms } = await findProgramme(context.db, festival.id);
  const ids = sessions.map((session) => session.id);
  const states = viewer ? await signupStates(context.db, viewer.personId, ids) : {};
  const now = context.now();
  const filter = readFilter(new URL(request.url).searchParams);
  const items = sessions.map((session) => itemOf(session, standingOf(states[session.id]?.status)));
  return {
    title: name,
    festival: { slug, name, theme, outcome, startsOn, endsOn, timeZone, language, status },
    hosts: acceptedHosts(festival),
    venues: [...new Set(rooms.map((room) => room.venueName))],
    signup:
      status === "cancelled"
        ? null
        : {
            mode: festival.signupMode,
            window: signupWindow(festival, now),
            opensAt: festival.signupOpensAt,
            closesAt: festival.signupClosesAt,
          },
    foreignZone: !format.sameZone(timeZone, instantOf(`${startsOn}T12:00`, timeZone).toString()),
    feedUrl: mayAnyoneSubscribeToFestival(festival)
      ? `${context.config.publicUrl}/festivals/${slug}.ics`
      : null,
    // A stranger may turn out to work for a host once they sign in.
    mayPropose: callWindow(festival, now) === "open" && (viewer === null || mayPropose(viewer, festival)),
    mayOrganise: mayOrganiseFestival(viewer, festival),
    mayAnswer: mayAnswerInvitation(viewer, festival),
    signedIn: viewer !== null,
    editions: await findEditions(context.db, viewer, festival),
    filter,
    programme: items.length > 0 ? buildProgramme({ items, rooms, timeZone, now }, filter) : null,
  };
}

export default function FestivalProgramme() {
  const { t } = useText();
  const {
    festival,
    hosts,
    venues,
    signup,
    foreignZone,
    feedUrl,
    mayPropose: proposes,
    mayOrganise,
    mayAnswer,
    signedIn,
    editions,
    filter,
    programme,
  } = useLoaderData<typeof loader>();
  const path = `/festivals/${festival.slug}`;
  return (
    <Page
      title={<span lang={festival.language}>{festival.name}</span>}
      intro={festival.theme && <p lang={festival.language}>{festival.theme}</p>}
      band={hosts.map((host) => host.colour)}
      width="wide"
      actions={
        <>
          {!signedIn && signup?.window === "open" && (
            <LinkButton to={`/login?to=${encodeURIComponent(path)}`} variant="primary">
              {t("programme.head.signIn")}
            </LinkButton>
          )}
          {proposes && (
            <LinkButton to={`${path}/propose`} icon={Megaphone} variant={signedIn ? "primary" : "secondary"}>
              {t("call.propose.button")}
            </LinkButton>
          )}
          {mayAnswer && (
            <LinkButton to={`${path}/organise/hosts`} variant="primary">
              {t("programme.head.answer")}
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
      <FestivalBanner festival={festival} mayOrganise={mayOrganise} />
      <FestivalHead
        festival={festival}
        hosts={hosts}
        venues={venues}
        signup={signup}
        foreignZone={foreignZone}
      >
        {feedUrl && programme && <SubscribeTo feedUrl={feedUrl} name={festival.name} />}
      </FestivalHead>
      {programme ? (
        <ProgrammeView festival={festival} programme={programme} filter={filter} />
      ) : (
        <ProgrammeEmpty festival={festival} />
      )}
      {programme && (
        <p>
          <TextLink to={`${path}/changes`}>{t("editions.changelog.link")}</TextLink>
        </p>
      )}
      <EditionLinks {...editions} />
    </Page>
  );
}

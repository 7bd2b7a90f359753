import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import { maySeeFestival } from "~/festivals/access.ts";
import { acceptedHosts, isOver } from "~/festivals/festival.ts";
import { DayNav } from "~/festivals/programme/day-nav.tsx";
import { embedQuery, readEmbedWish } from "~/festivals/programme/embed.ts";
import script from "~/festivals/programme/embed-frame.js?url&no-inline";
import { FestivalBanner } from "~/festivals/programme/festival-banner.tsx";
import styles from "~/festivals/programme/programme.css?url";
import { standingFor } from "~/festivals/programme/programme.server.ts";
import { ProgrammeEmpty } from "~/festivals/programme/programme-empty.tsx";
import { Days } from "~/festivals/programme/programme-view.tsx";
import { showProgramme, stranger } from "~/festivals/programme/shown.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { HostLine, Icon } from "~/ui/index.ts";

/** Neither our header nor our footer: the page around the frame has its own. */
export const handle = { bare: true };
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled;

/** What a stranger may see, whoever asks: a frame on another site does not know its reader. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const found = await standingFor(context, params.festival ?? "");
  if (!found || !maySeeFestival(null, found.facts.festival)) throw new Response("Not found", { status: 404 });
  const { festival } = found.facts;
  const { slug, name, startsOn, endsOn, timeZone, language, status, announcement, postponedAt } = festival;
  const now = context.now();
  const wish = readEmbedWish(new URL(request.url).searchParams);
  return {
    title: name,
    site: context.config.publicUrl,
    festival: { slug, name, startsOn, endsOn, timeZone, language, status, announcement, postponedAt },
    over: isOver(festival, now) || status === "over",
    hosts: acceptedHosts(festival),
    wish,
    programme: showProgramme(found, {
      filter: wish.filter,
      text: await findText(args),
      now,
      reader: stranger,
      framedFrom: context.config.publicUrl,
    }),
  };
}

export default function EmbeddedProgramme() {
  const { t, format } = useText();
  const { festival, site, over, hosts, wish, programme } = useLoaderData<typeof loader>();
  const path = `/festivals/${festival.slug}`;
  return (
    <div id="embedded" className="flex flex-col gap-4 p-4">
      <header className="flex flex-col gap-2">
        <h1 lang={festival.language} className="text-2xl">
          {festival.name}
        </h1>
        <p>
          {format.dateRange(festival.startsOn, festival.endsOn)}
          <span className="text-soft">
            {" · "}
            {t("programme.embed.zone", { zone: format.zoneName(festival.timeZone) })}
          </span>
        </p>
        <HostLine hosts={hosts} size="small" />
        <p>
          <a
            href={`${site}${path}`}
            target="_blank"
            rel="noopener"
            className="text-link inline-flex min-h-11 items-center gap-2"
          >
            {t("programme.embed.whole")}
            <Icon of={ExternalLink} size={16} />
          </a>
        </p>
      </header>
      <FestivalBanner festival={festival} over={over} mayOrganise={false} />
      <h2 className="sr-only">{t("programme.title")}</h2>
      {programme ? (
        <>
          <DayNav
            programme={programme}
            to={(day) => `${path}/embed${embedQuery({ ...wish, filter: { ...wish.filter, day } })}`}
          />
          {programme.html ? (
            <Days programme={programme} filter={wish.filter} />
          ) : (
            <p>{t("programme.empty.filteredTitle")}</p>
          )}
        </>
      ) : (
        <ProgrammeEmpty festival={festival} />
      )}
      <script type="module" src={script} />
    </div>
  );
}

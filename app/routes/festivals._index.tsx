import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarDays, Plus } from "lucide-react";
import { mayCreateFestival } from "~/festivals/access.ts";
import { acceptedHosts, isOver } from "~/festivals/festival.ts";
import { listFestivals } from "~/festivals/festivals.server.ts";
import { FestivalCard, type FestivalCardProps } from "~/festivals/programme/festival-card.tsx";
import { stateOf } from "~/festivals/programme/state.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { Disclosure, EmptyState, LinkButton, Page, Section, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** Everybody; each sees the festivals they may see. */
export async function loader(args: LoaderFunctionArgs) {
  const [viewer, { t }] = await Promise.all([findViewer(args), findText(args)]);
  const now = args.context.now();
  const festivals = await listFestivals(args.context.db, viewer, now);
  const shown = festivals.map((festival) => {
    const { slug, name, theme, language, startsOn, endsOn } = festival;
    const hosts = acceptedHosts(festival);
    return {
      slug,
      name,
      theme,
      language,
      startsOn,
      endsOn,
      hosts,
      state: stateOf(festival, now),
      past: isOver(festival, now),
      archived: festival.archivedAt !== null,
    };
  });
  const listed = shown.filter((festival) => !festival.archived);
  return {
    title: t("programme.festivals.title"),
    coming: listed.filter((festival) => !festival.past),
    past: listed.filter((festival) => festival.past),
    archived: shown.filter((festival) => festival.archived),
    mayCreate: mayCreateFestival(viewer),
  };
}

export default function Festivals() {
  const { t, format } = useText();
  const { coming, past, archived, mayCreate } = useLoaderData<typeof loader>();
  const none = coming.length + past.length === 0;
  const create = mayCreate && (
    <LinkButton to="/festivals/new" variant="primary" icon={Plus}>
      {t("programme.festivals.create")}
    </LinkButton>
  );
  return (
    <Page title={t("programme.festivals.title")} intro={t("programme.festivals.intro")} actions={create}>
      {none && (
        <EmptyState icon={CalendarDays} title={t("programme.festivals.none")}>
          {t("programme.festivals.noneHint")}
        </EmptyState>
      )}
      {!none && (
        <Section title={t("programme.festivals.coming")}>
          {coming.length > 0 ? (
            <Cards festivals={coming} />
          ) : (
            <EmptyState icon={CalendarDays} title={t("programme.festivals.noneComing")}>
              {t("programme.festivals.noneComingHint")}
            </EmptyState>
          )}
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t("programme.festivals.past")}>
          <Cards festivals={past} />
        </Section>
      )}
      {archived.length > 0 && (
        <Disclosure summary={t("editions.links.archived", { count: archived.length })}>
          <ul className="flex flex-col">
            {archived.map(({ slug, name, language, startsOn, endsOn }) => (
              <li key={slug} className="py-1">
                <TextLink to={`/festivals/${slug}`}>
                  <span lang={language}>{name}</span>
                </TextLink>{" "}
                <span className="text-soft">{format.dateRange(startsOn, endsOn)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Page>
  );
}

function Cards({ festivals }: { festivals: FestivalCardProps["festival"][] }) {
  return (
    <ul className="flex flex-col gap-4">
      {festivals.map((festival) => (
        <li key={festival.slug}>
          <FestivalCard festival={festival} />
        </li>
      ))}
    </ul>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Coffee, Pencil, Ticket, Users } from "lucide-react";
import { SubscribeTo } from "~/calendar/subscribe-to.tsx";
import { acceptedHosts } from "~/festivals/festival.ts";
import { listFestivals } from "~/festivals/festivals.server.ts";
import { listSeries } from "~/lectures/series.server.ts";
import { belongsTo, mayAdminister, maySeeMembers } from "~/people/access.ts";
import { LinkList } from "~/people/link-list.tsx";
import { requireOrganisation } from "~/people/organisations.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { EmptyState, LinkButton, Page, Section } from "~/ui/index.ts";

export const meta = titled;

/** For everybody: what it hosts as far as the viewer may see it, and how many people it has, never who. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, config, now } = args.context;
  const organisation = await requireOrganisation(db, args.params.organisation);
  const viewer = await findViewer(args);
  const [festivals, series] = await Promise.all([listFestivals(db, viewer, now()), listSeries(db, viewer)]);
  const { id, slug, name, colour, hasLogo, people } = organisation;
  return {
    title: name,
    organisation: { slug, name, colour, hasLogo, people },
    festivals: festivals
      .filter((festival) => festival.archivedAt === null)
      .filter((festival) => acceptedHosts(festival).some((host) => host.id === id))
      .map(({ slug, name, startsOn, endsOn }) => ({ slug, name, startsOn, endsOn })),
    series: series
      .filter(({ hosts }) => hosts.some((host) => host.id === id))
      .map(({ slug, name, weekday, localTime }) => ({ slug, name, weekday, localTime })),
    feed: `${config.publicUrl}/organisations/${slug}.ics`,
    mine: belongsTo(viewer, id),
    seesMembers: maySeeMembers(viewer, id),
    administers: mayAdminister(viewer, id),
  };
}

export default function OrganisationPage() {
  const { t, format } = useText();
  const page = useLoaderData<typeof loader>();
  const { slug, name, colour, hasLogo, people } = page.organisation;
  return (
    <Page
      title={name}
      band={[colour]}
      intro={
        <>
          {t("people.organisations.people", { count: people })}
          {page.mine && <> · {t("people.organisation.yours")}</>}
        </>
      }
      actions={
        <>
          {page.seesMembers && (
            <LinkButton to={`/organisations/${slug}/people`} icon={Users}>
              {t("people.organisation.members")}
            </LinkButton>
          )}
          {page.administers && (
            <LinkButton to={`/organisations/${slug}/edit`} icon={Pencil}>
              {t("people.organisation.edit")}
            </LinkButton>
          )}
        </>
      }
    >
      {hasLogo && (
        <img
          src={`/organisations/${slug}/logo`}
          alt={t("people.edit.logoAlt", { name })}
          className="max-h-24 max-w-64 self-start rounded-md bg-white object-contain p-2"
        />
      )}
      <Section title={t("people.organisation.festivals")}>
        {page.festivals.length === 0 ? (
          <EmptyState icon={Ticket} title={t("people.organisation.noFestivals")}>
            {t("people.organisation.noFestivalsHint", { name })}
          </EmptyState>
        ) : (
          <LinkList
            items={page.festivals.map((festival) => ({
              to: `/festivals/${festival.slug}`,
              title: festival.name,
              detail: format.dateRange(festival.startsOn, festival.endsOn),
            }))}
          />
        )}
      </Section>
      <Section title={t("people.organisation.lectures")}>
        {page.series.length === 0 ? (
          <EmptyState icon={Coffee} title={t("people.organisation.noLectures")}>
            {t("people.organisation.noLecturesHint")}
          </EmptyState>
        ) : (
          <LinkList
            items={page.series.map((series) => ({
              to: `/lectures/${series.slug}`,
              title: series.name,
              detail: t("people.organisation.weekly", {
                weekday: format.weekday(series.weekday),
                time: series.localTime,
              }),
            }))}
          />
        )}
      </Section>
      <Section
        title={t("people.organisation.subscribe")}
        intro={t("people.organisation.subscribeHint", { name })}
      >
        <SubscribeTo feedUrl={page.feed} name={name} />
      </Section>
    </Page>
  );
}

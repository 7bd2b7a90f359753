import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download, UserPlus } from "lucide-react";
import { exportFormats } from "~/festivals/exchange/exports/sheet.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { AttendeeFilters } from "~/signups/attendees/attendee-filters.tsx";
import { AttendeeTable } from "~/signups/attendees/attendee-table.tsx";
import { findAttendees } from "~/signups/attendees/attendees.server.ts";
import { attendeeQuery, readAttendeeFilter } from "~/signups/attendees/filter.ts";
import { OthersTotals } from "~/signups/attendees/others-totals.tsx";
import { PageLinks } from "~/signups/attendees/page-links.tsx";
import { byOrganisation } from "~/signups/attendees/select.ts";
import { Inline, LinkButton, Notice, Section, Stack, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: their own people by name, those of others as totals. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const filter = readAttendeeFilter(new URL(args.request.url).searchParams);
  const organisationId = viewer.organisationId ?? "";
  const { totals, ...found } = await findAttendees(args.context.db, { festival, organisationId, filter });
  return {
    title: `${t("attendees.title")} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise`,
    filter,
    totals: filter.show === "all" ? byOrganisation(totals) : null,
    ...found,
  };
}

export default function Attendees() {
  const { t } = useText();
  const { base, filter, sessions, people, count, totals, page, pages, cut } = useLoaderData<typeof loader>();
  const here = `${base}/attendees`;
  const titles = new Map(sessions.map(({ id, title }) => [id, title]));
  return (
    <>
      <Section
        title={t("attendees.title")}
        intro={t("attendees.intro")}
        actions={
          <LinkButton to={`${here}/new`} icon={UserPlus}>
            {t("attendees.byAddress")}
          </LinkButton>
        }
      >
        <AttendeeFilters filter={filter} sessions={sessions} />
        {cut !== null && <Notice tone="warning">{t("attendees.cut", { count: cut })}</Notice>}
        {people.length > 0 ? (
          <AttendeeTable people={people} count={count} titles={titles} base={here} />
        ) : (
          <Stack gap="small">
            <p>{t("attendees.none")}</p>
            {attendeeQuery(filter) && <TextLink to={here}>{t("attendees.showAll")}</TextLink>}
          </Stack>
        )}
        <PageLinks page={page} pages={pages} to={(to) => here + attendeeQuery({ ...filter, page: to })} />
      </Section>
      <OthersTotals totals={totals} />
      <Section title={t("attendees.export")}>
        <Inline>
          {exportFormats.map((format) => (
            <LinkButton
              key={format}
              to={`${base}/export/signups.${format}${attendeeQuery({ ...filter, page: 1 })}`}
              icon={Download}
              reloadDocument
              download
            >
              {t(`attendees.formats.${format}`)}
            </LinkButton>
          ))}
        </Inline>
      </Section>
    </>
  );
}

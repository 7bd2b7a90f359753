import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Users } from "lucide-react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { AttentionList } from "~/signups/attendees/attention-list.tsx";
import { findSeatsOverview } from "~/signups/attendees/overview.server.ts";
import { SeatsTable } from "~/signups/attendees/seats-overview.tsx";
import { EmptyState, LinkButton, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: numbers alone, and nobody's name. */
export async function loader(args: LoaderFunctionArgs) {
  const organiser = await requireOrganising(args);
  const { t } = await findText(args);
  const { slug, name } = organiser.festival;
  return {
    title: `${t("attendees.overview.title")} · ${name}`,
    base: `/festivals/${slug}/organise`,
    ...(await findSeatsOverview(args.context.db, organiser, args.context.now())),
  };
}

export default function Signups() {
  const { t } = useText();
  const { base, rows, organisations, attention } = useLoaderData<typeof loader>();
  if (rows.length === 0) {
    return <EmptyState title={t("attendees.overview.empty")}>{t("attendees.overview.emptyHint")}</EmptyState>;
  }
  const titles = new Map(rows.map(({ sessionId, title }) => [sessionId, title]));
  return (
    <>
      <AttentionList attention={attention} titles={titles} base={base} />
      <Section
        title={t("attendees.overview.title")}
        intro={t("attendees.overview.intro")}
        actions={
          <LinkButton to={`${base}/attendees`} icon={Users}>
            {t("attendees.title")}
          </LinkButton>
        }
      >
        <SeatsTable rows={rows} organisations={organisations} base={base} />
      </Section>
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChecklistView } from "~/festivals/checklist-view.tsx";
import { listDecisions } from "~/festivals/decisions.server.ts";
import { DecisionsPanel } from "~/festivals/decisions-panel.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findChecklist } from "~/festivals/progress.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { DescriptionList, Notice, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { slug, name, outcome, startsOn, endsOn, timeZone, status } = festival;
  return {
    title: `${t("festivals.organise.tabs.overview")} · ${name}`,
    festival: { slug, outcome, startsOn, endsOn, timeZone, status },
    checklist: await findChecklist(args.context.db, festival),
    decisions: await listDecisions(args.context.db, festival.id),
  };
}

export default function Overview() {
  const { t, format } = useText();
  const { festival, checklist, decisions } = useLoaderData<typeof loader>();
  const dates = format.dateRange(festival.startsOn, festival.endsOn);
  const early = festival.status === "draft" || festival.status === "calling";
  return (
    <>
      <div className="grid items-start gap-10 lg:grid-cols-[2fr_1fr]">
        <Section title={t("festivals.overview.left")}>
          {early && <Notice>{t("festivals.overview.notReleased")}</Notice>}
          <ChecklistView items={checklist} base={`/festivals/${festival.slug}/organise`} />
        </Section>
        <DescriptionList
          items={[
            {
              term: t("festivals.overview.outcome"),
              description: <p className="whitespace-pre-line font-serif text-lg">{festival.outcome}</p>,
            },
            {
              term: t("festivals.overview.dates"),
              description: `${dates} (${format.zoneName(festival.timeZone)})`,
            },
          ]}
        />
      </div>
      <DecisionsPanel decisions={decisions} />
    </>
  );
}

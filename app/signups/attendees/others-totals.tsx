import { useText } from "~/platform/i18n/text.tsx";
import { Section, Table } from "~/ui/index.ts";
import { listedStatuses } from "./filter.ts";
import type { OrganisationTotal } from "./select.ts";

/** People of other organisations, as numbers and never by name; null where a number would be no answer. */
export function OthersTotals({ totals }: { totals: OrganisationTotal[] | null }) {
  const { t, format } = useText();
  const used = listedStatuses.filter((status) => totals?.some(({ counts }) => counts[status]));
  return (
    <Section title={t("attendees.others")} intro={t("attendees.othersIntro")}>
      {totals === null && <p>{t("attendees.othersUnknown")}</p>}
      {totals?.length === 0 && <p>{t("attendees.othersNone")}</p>}
      {totals && totals.length > 0 && (
        <Table
          caption={t("attendees.others")}
          captionHidden
          rows={totals}
          rowKey={({ organisation }) => organisation}
          columns={[
            {
              key: "organisation",
              header: t("attendees.organisation"),
              rowHeader: true,
              cell: ({ organisation }) => organisation || t("attendees.noOrganisation"),
            },
            ...used.map((status) => ({
              key: status,
              header: t(`attendees.statuses.${status}`),
              align: "end" as const,
              cell: ({ counts }: OrganisationTotal) => (
                <span className="tabular-nums">{format.number(counts[status] ?? 0)}</span>
              ),
            })),
            {
              key: "together",
              header: t("attendees.together"),
              align: "end",
              cell: ({ together }) => <strong className="tabular-nums">{format.number(together)}</strong>,
            },
          ]}
        />
      )}
    </Section>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { Section, Table } from "~/ui/index.ts";
import type { OrganisationHeads } from "./list.server.ts";

/** What every host may know: how many came from where. */
export function TotalsTable({ rows }: { rows: OrganisationHeads[] }) {
  const { t } = useText();
  if (rows.length === 0) return <p className="text-soft">{t("door.page.empty")}</p>;
  return (
    <Section title={t("door.page.totals")} intro={t("door.page.totalsText")}>
      <Table
        caption={t("door.page.totals")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.organisation}
        columns={[
          {
            key: "organisation",
            header: t("door.page.organisation"),
            cell: (row) => row.organisation || t("door.page.nobody"),
          },
          {
            key: "arrived",
            header: t("door.day.arrived"),
            align: "end",
            cell: ({ arrived, expected }) => t("door.day.arrivedOf", { arrived, expected }),
          },
          {
            key: "absent",
            header: t("door.day.absent"),
            align: "end",
            cell: (row) => row.absent + row.notComing,
          },
          { key: "waiting", header: t("door.day.walkIns"), align: "end", cell: (row) => row.waiting },
        ]}
      />
    </Section>
  );
}

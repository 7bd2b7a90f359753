import type { TimeSpan } from "~/platform/i18n/format.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Table, TextLink } from "~/ui/index.ts";
import { sameForEach } from "./kept.ts";

export interface SeatsTableRow extends TimeSpan {
  id: string;
  title: string;
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  kept: { name: string; seats: number }[];
}

/** All sessions with their seats; each leads to where they are changed. */
export function SeatsTable({ rows, hosts, base }: { rows: SeatsTableRow[]; hosts: number; base: string }) {
  const { t, format } = useText();
  return (
    <Table
      caption={t("guarantees.table.caption")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "session",
          header: t("guarantees.table.session"),
          rowHeader: true,
          cell: (row) => (
            <span className="flex flex-col items-start">
              <TextLink to={`${base}/${row.id}`}>{row.title}</TextLink>
              <span className="text-sm font-normal text-soft tabular-nums">{format.sessionTime(row)}</span>
            </span>
          ),
        },
        {
          key: "capacity",
          header: t("guarantees.table.capacity"),
          align: "end",
          cell: ({ capacity }) => capacity ?? t("guarantees.table.noLimit"),
        },
        {
          key: "taken",
          header: t("guarantees.table.taken"),
          align: "end",
          cell: ({ capacity, seatsTaken }) =>
            seatsTaken === capacity ? (
              <Badge tone="warning">{t("guarantees.table.full", { count: seatsTaken })}</Badge>
            ) : (
              seatsTaken
            ),
        },
        {
          key: "waiting",
          header: t("guarantees.table.waiting"),
          align: "end",
          cell: ({ waiting }) => waiting,
        },
        {
          key: "kept",
          header: t("guarantees.table.kept"),
          cell: ({ kept }) => {
            if (kept.length === 0) return <span className="text-soft">{t("guarantees.table.none")}</span>;
            const each = kept.length === hosts ? sameForEach(kept) : null;
            return each === null
              ? format.list(kept.map(({ name, seats }) => t("guarantees.shown.host", { count: seats, name })))
              : t("guarantees.table.each", { count: each });
          },
        },
      ]}
    />
  );
}

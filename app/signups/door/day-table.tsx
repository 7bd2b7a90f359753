import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { LinkButton, Table, TextLink } from "~/ui/index.ts";
import type { Heads } from "./heads.ts";

export interface DayRow {
  id: string;
  title: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  place: string;
  heads: Heads;
  free: number | null;
  /** Whether the names are the reader's to see. */
  mayStand: boolean;
}

/** Sessions with their head counts; each leads to its door. */
export function DayTable({ rows, base }: { rows: DayRow[]; base: string }) {
  const { t, format } = useText();
  return (
    <Table
      caption={t("door.day.caption")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "session",
          header: t("door.day.session"),
          cell: ({ id, title }) => <TextLink to={`${base}/${id}`}>{title}</TextLink>,
        },
        {
          key: "when",
          header: t("door.day.when"),
          cell: (row) => (
            <>
              {format.sessionTime(row)}
              {row.place && `, ${row.place}`}
            </>
          ),
        },
        {
          key: "arrived",
          header: t("door.day.arrived"),
          align: "end",
          cell: ({ heads: { arrived, expected } }) => t("door.day.arrivedOf", { arrived, expected }),
        },
        {
          key: "free",
          header: t("door.day.free"),
          align: "end",
          cell: ({ free }) => free ?? t("door.day.freeAll"),
        },
        { key: "waiting", header: t("door.day.walkIns"), align: "end", cell: ({ heads }) => heads.waiting },
        {
          key: "absent",
          header: t("door.day.absent"),
          align: "end",
          cell: ({ heads }) => heads.absent + heads.notComing,
        },
        {
          key: "open",
          header: t("door.day.open"),
          headerHidden: true,
          align: "end",
          cell: ({ id, mayStand }) => (
            <LinkButton size="small" to={`${base}/${id}`}>
              {t(mayStand ? "door.day.open" : "door.day.look")}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

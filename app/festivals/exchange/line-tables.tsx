import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Table } from "~/ui/index.ts";
import type { Field, ImportKind } from "./tables/fields.ts";
import type { ProblemRow } from "./tables/import-page.server.ts";
import type { Line } from "./tables/line.ts";

const tones = { new: "success", changed: "accent", same: "neutral", left: "warning" } as const;

/** Every row that cannot be taken: its number, its cell, and what is wrong with it. */
export function ProblemTable({ problems, title }: { problems: ProblemRow[]; title?: string }) {
  const { t } = useText();
  return (
    <div className="flex flex-col gap-2">
      <h3>{title ?? t("exchange.preview.problems")}</h3>
      {!title && <p className="max-w-prose text-soft">{t("exchange.preview.problemsIntro")}</p>}
      <Table
        caption={title ?? t("exchange.preview.problems")}
        captionHidden
        rows={problems}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: "row",
            header: t("exchange.preview.row"),
            rowHeader: true,
            cell: ({ row, title }) => `${row}${title ? ` · ${title}` : ""}`,
          },
          {
            key: "why",
            header: t("exchange.preview.why"),
            cell: ({ cells }) => (
              <ul className="flex flex-col gap-1">
                {cells.map(({ cell, field, value, reason }) => (
                  <li key={`${cell}${field}${reason}`}>
                    <span className="font-semibold">{cell && `${cell}, `}</span>
                    {t(`exchange.field.${field}`)}
                    {value && `: “${value}”`}. {t(`exchange.reason.${reason}`)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </div>
  );
}

const shownFields: Record<ImportKind, Field[]> = {
  sessions: ["date", "duration", "room", "speakers", "host"],
  people: ["name", "role"],
  rooms: ["building", "capacity", "equipment"],
};

/** The rows as they would become. */
export function LineTable({ lines, kind, total }: { lines: Line[]; kind: ImportKind; total: number }) {
  const { t } = useText();
  const caption =
    total > lines.length
      ? t("exchange.preview.rowsFirst", { count: lines.length })
      : t("exchange.preview.rows");
  return (
    <div className="flex flex-col gap-2">
      <h3>{caption}</h3>
      <Table
        caption={caption}
        captionHidden
        rows={lines}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: "title",
            header: t("exchange.preview.row"),
            rowHeader: true,
            cell: ({ row, title }) => `${row} · ${title}`,
          },
          { key: "outcome", header: t("exchange.preview.outcome"), cell: (line) => <Becomes line={line} /> },
          ...shownFields[kind].map((field) => ({
            key: field,
            header: t(`exchange.field.${field}`),
            cell: ({ shown }: Line) => shown[field] || "–",
          })),
        ]}
      />
    </div>
  );
}

function Becomes({ line: { outcome, changes, notes } }: { line: Line }) {
  const { t, format } = useText();
  const remarks = [
    ...(changes.length > 0
      ? [
          t("exchange.preview.changes", {
            fields: format.list(changes.map((field) => t(`exchange.field.${field}`).toLowerCase())),
          }),
        ]
      : []),
    ...notes.map((note) => t(`exchange.note.${note}`)),
  ];
  return (
    <div className="flex flex-col items-start gap-1">
      <Badge tone={tones[outcome]}>{t(`exchange.outcome.${outcome}`)}</Badge>
      {remarks.length > 0 && <span className="text-sm text-soft">{remarks.join("; ")}</span>}
    </div>
  );
}

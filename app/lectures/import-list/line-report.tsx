import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Table } from "~/ui/index.ts";
import type { ListLine } from "./plan-list.ts";

/** Every row that stays out, and why. */
export function LinesLeftOut({ lines }: { lines: readonly ListLine[] }) {
  const { t, format } = useText();
  return (
    <div className="flex flex-col gap-2">
      <h3>{t("rosterImport.problems")}</h3>
      <p className="max-w-prose text-soft">{t("rosterImport.problemsIntro")}</p>
      <Table
        caption={t("rosterImport.problems")}
        captionHidden
        rows={lines}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: "row",
            header: t("rosterImport.row"),
            rowHeader: true,
            cell: ({ row, date, dateText, speaker }) => {
              const what = [date ? format.dateLong(date) : dateText, speaker].filter(Boolean);
              return t("rosterImport.atRow", { row, what: what.join(", ") });
            },
          },
          {
            key: "why",
            header: t("rosterImport.why"),
            cell: ({ reason, dateText, speaker }) =>
              reason && t(`rosterImport.reason.${reason}`, { text: dateText, speaker }),
          },
        ]}
      />
    </div>
  );
}

/** The lectures as they would stand on the roster. */
export function LinesToTake({ lines }: { lines: readonly ListLine[] }) {
  const { t, format } = useText();
  return (
    <Disclosure summary={`${t("rosterImport.lines")} (${lines.length})`}>
      <Table
        caption={t("rosterImport.lines")}
        captionHidden
        rows={lines}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: "date",
            header: t("rosterImport.field.date"),
            rowHeader: true,
            cell: ({ date }) => date && format.dateLong(date),
          },
          {
            key: "speaker",
            header: t("rosterImport.field.speaker"),
            cell: ({ speaker, isGuest }) => (isGuest ? `${speaker} (${t("rosterImport.guest")})` : speaker),
          },
          { key: "topic", header: t("rosterImport.field.topic"), cell: ({ topic }) => topic || "–" },
        ]}
      />
    </Disclosure>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { Table } from "~/ui/index.ts";
import type { Imagined, MemberView } from "./imagine.server.ts";

/** For whom something would change: their weeks, and where they would stand after them. */
export function MemberChanges({ members, unchanged }: Pick<Imagined, "members" | "unchanged">) {
  const { t } = useText();
  const rest = t("roster.whatIf.unchanged", { count: unchanged });
  if (members.length === 0) return <p className="text-soft">{rest}</p>;
  return (
    <>
      <Table
        caption={t("roster.whatIf.members")}
        captionHidden
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", header: t("lectures.roster.column.name"), cell: ({ name }) => name },
          {
            key: "now",
            header: t("roster.whatIf.now"),
            cell: ({ now }) => <Standing standing={now} />,
          },
          {
            key: "after",
            header: t("roster.whatIf.after"),
            cell: ({ after }) => <Standing standing={after} />,
          },
        ]}
      />
      {unchanged > 0 && <p className="text-soft">{rest}</p>}
    </>
  );
}

function Standing({ standing: { word, weeks } }: { standing: MemberView["now"] }) {
  const { t, format } = useText();
  return (
    <span>
      {t(`lectures.roster.word.${word}`)}
      <span className="block text-sm text-soft">
        {weeks.length > 0
          ? t("roster.whatIf.speaks", { dates: format.list(weeks.map((date) => format.date(date))) })
          : t("roster.whatIf.speaksNot")}
      </span>
    </span>
  );
}

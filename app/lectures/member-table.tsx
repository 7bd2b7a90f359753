import { useText } from "~/platform/i18n/text.tsx";
import { Badge, OrganisationMark, Table } from "~/ui/index.ts";
import type { MemberLine } from "./roster-view.ts";

interface MemberTableProps {
  caption: string;
  members: readonly MemberLine[];
  /** The reader, marked among the others. */
  personId: string;
}

/** Everybody who takes part: where they stand, in words first and in figures after. */
export function MemberTable({ caption, members, personId }: MemberTableProps) {
  const { t, format } = useText();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("lectures.roster.column.name"),
          cell: (member) => (
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span>
                {member.name}
                {member.personId === personId && (
                  <span className="font-normal text-soft"> ({t("lectures.roster.you")})</span>
                )}
              </span>
              {member.organisation && (
                <span className="font-normal">
                  <OrganisationMark organisation={member.organisation} size="small" />
                </span>
              )}
            </span>
          ),
        },
        {
          key: "balance",
          header: t("lectures.roster.column.balance"),
          cell: (member) =>
            member.state === "present" ? (
              t(`lectures.roster.word.${member.word}`)
            ) : (
              <Badge>{t(`lectures.roster.state.${member.state}`)}</Badge>
            ),
        },
        {
          key: "share",
          header: t("lectures.roster.column.share"),
          align: "end",
          cell: ({ share }) => <span className="tabular-nums">{format.number(share, 2)}</span>,
        },
        {
          key: "given",
          header: t("lectures.roster.column.given"),
          align: "end",
          cell: ({ given }) => <span className="tabular-nums">{given}</span>,
        },
        {
          key: "last",
          header: t("lectures.roster.column.last"),
          cell: ({ lastSpokeOn }) => (lastSpokeOn ? format.date(lastSpokeOn) : t("lectures.roster.never")),
        },
      ]}
    />
  );
}

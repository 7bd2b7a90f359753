import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, OrganisationMark, StatusBadge, Table, TextLink } from "~/ui/index.ts";
import { useStateWords } from "./member-state.tsx";
import type { MemberLine } from "./roster-view.ts";

/** Everybody on the roster, with the way to pause them and to put them back. */
export function OrganiseMembers({ slug, members }: { slug: string; members: readonly MemberLine[] }) {
  const { t, format } = useText();
  const stateWords = useStateWords();
  return (
    <Table
      caption={t("lectures.organise.members")}
      captionHidden
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("lectures.roster.column.name"),
          cell: ({ id, name }) => <TextLink to={`/lectures/${slug}/organise/members/${id}`}>{name}</TextLink>,
        },
        {
          key: "organisation",
          header: t("lectures.roster.column.organisation"),
          cell: ({ organisation }) =>
            organisation && <OrganisationMark organisation={organisation} size="small" />,
        },
        {
          key: "state",
          header: t("lectures.roster.column.state"),
          cell: (member) => <StatusBadge status={member.state}>{stateWords(member)}</StatusBadge>,
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
        {
          key: "actions",
          header: t("lectures.roster.column.actions"),
          headerHidden: true,
          align: "end",
          cell: (member) => <Verb member={member} />,
        },
      ]}
    />
  );
}

function Verb({ member: { id, state } }: { member: MemberLine }) {
  const { t } = useText();
  if (state === "left") return null;
  const [intent, label] =
    state === "paused"
      ? (["resume", "lectures.organise.resume"] as const)
      : (["pause", "lectures.organise.pause"] as const);
  return (
    <ActionForm fields={{ intent, memberId: id }} variant="quiet" size="small">
      {t(label)}
    </ActionForm>
  );
}

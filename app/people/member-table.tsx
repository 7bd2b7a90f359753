import { useText } from "~/platform/i18n/text.tsx";
import { Badge, Inline, Table } from "~/ui/index.ts";
import type { Member } from "./members.server.ts";
import { RoleForm } from "./role-form.tsx";

export interface MemberTableProps {
  members: Member[];
  /** Who looks. */
  personId: string;
  administers: boolean;
}

export function MemberTable({ members, personId, administers }: MemberTableProps) {
  const { t } = useText();
  return (
    <Table
      caption={t("people.organisation.members")}
      captionHidden
      rows={members}
      rowKey={(member) => member.personId}
      columns={[
        {
          key: "name",
          header: t("people.members.name"),
          cell: (member) => (
            <Inline gap="tight">
              {member.name}
              {member.personId === personId && <Badge>{t("people.members.you")}</Badge>}
            </Inline>
          ),
        },
        {
          key: "email",
          header: t("people.members.email"),
          cell: (member) => <span className="wrap-anywhere">{member.email}</span>,
        },
        {
          key: "role",
          header: t("people.members.role"),
          cell: (member) => (administers ? <RoleForm member={member} /> : t(`people.roles.${member.role}`)),
        },
      ]}
    />
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Table } from "~/ui/index.ts";
import type { OpenInvitation } from "./invitations.server.ts";

export function InvitationTable({ invitations }: { invitations: OpenInvitation[] }) {
  const { t, format } = useText();
  return (
    <Table
      caption={t("people.members.open")}
      captionHidden
      rows={invitations}
      rowKey={(invitation) => invitation.id}
      columns={[
        {
          key: "email",
          header: t("people.members.email"),
          cell: ({ email }) => <span className="wrap-anywhere">{email}</span>,
        },
        { key: "role", header: t("people.members.role"), cell: ({ role }) => t(`people.roles.${role}`) },
        {
          key: "since",
          header: t("people.members.invited"),
          cell: ({ createdAt }) => format.moment(createdAt),
        },
        {
          key: "withdraw",
          header: t("people.members.withdraw"),
          headerHidden: true,
          align: "end",
          cell: ({ id, email }) => (
            <ActionForm fields={{ intent: "withdraw", invitation: id }} variant="quiet" size="small">
              <span aria-hidden>{t("people.members.withdraw")}</span>
              <span className="sr-only">{t("people.members.withdrawOf", { email })}</span>
            </ActionForm>
          ),
        },
      ]}
    />
  );
}

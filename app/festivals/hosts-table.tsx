import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, Inline, OrganisationMark, StatusBadge, Table } from "~/ui/index.ts";
import type { FestivalHost } from "./festival.ts";

export interface HostsTableProps {
  hosts: FestivalHost[];
  /** May take back invitations. */
  mayLead: boolean;
}

/** Who hosts, who was asked, and who decided what and when. */
export function HostsTable({ hosts, mayLead }: HostsTableProps) {
  const { t } = useText();
  return (
    <Table
      caption={t("festivals.hosts.caption")}
      captionHidden
      rows={hosts}
      rowKey={(host) => host.organisation.id}
      columns={[
        {
          key: "organisation",
          header: t("festivals.hosts.organisation"),
          cell: (host) => <OrganisationMark organisation={host.organisation} link />,
        },
        {
          key: "status",
          header: t("festivals.hosts.status"),
          cell: (host) => (
            <Inline gap="tight">
              <StatusBadge status={host.status}>{t(`festivals.hostStatuses.${host.status}`)}</StatusBadge>
              {host.leads && <Badge>{t("festivals.hosts.leads")}</Badge>}
            </Inline>
          ),
        },
        { key: "history", header: t("festivals.hosts.history"), cell: (host) => <History host={host} /> },
        {
          key: "actions",
          header: t("festivals.hosts.actions"),
          headerHidden: true,
          align: "end",
          cell: (host) =>
            mayLead &&
            host.status === "invited" && (
              <ActionForm
                fields={{ form: "withdraw", organisationId: host.organisation.id }}
                variant="quiet"
                size="small"
              >
                {t("festivals.hosts.withdraw")}
              </ActionForm>
            ),
        },
      ]}
    />
  );
}

const decisions = {
  accepted: "festivals.hosts.acceptedBy",
  declined: "festivals.hosts.declinedBy",
  left: "festivals.hosts.leftBy",
} as const;

function History({ host }: { host: FestivalHost }) {
  const { t, format } = useText();
  const name = (known: string | null) => known ?? t("festivals.hosts.somebody");
  if (host.leads) return <>{t("festivals.hosts.founded", { when: format.moment(host.invitedAt) })}</>;
  return (
    <span className="flex flex-col">
      {host.status !== "invited" && host.decidedAt && (
        <span>
          {t(decisions[host.status], { name: name(host.decidedBy), when: format.moment(host.decidedAt) })}
        </span>
      )}
      <span className={host.status === "invited" ? "" : "text-sm text-soft"}>
        {t("festivals.hosts.askedBy", { name: name(host.invitedBy), when: format.moment(host.invitedAt) })}
      </span>
    </span>
  );
}

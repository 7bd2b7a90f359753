import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, Inline, OrganisationMark, StatusBadge, Table, TextLink } from "~/ui/index.ts";
import type { FestivalHost } from "../festival.ts";

export interface HostsTableProps {
  hosts: FestivalHost[];
  /** May take back invitations. */
  mayLead: boolean;
  /** Where the pages of what each host brings in begin; null for who is only asked. */
  base: string | null;
}

/** Who hosts, who was asked, and who decided what and when. */
export function HostsTable({ hosts, mayLead, base }: HostsTableProps) {
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
          cell: (host) => <OrganisationMark organisation={host.organisation} link logo />,
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
          cell: (host) => <Actions host={host} mayLead={mayLead} base={base} />,
        },
      ]}
    />
  );
}

function Actions({ host, mayLead, base }: { host: FestivalHost; mayLead: boolean; base: string | null }) {
  const { t } = useText();
  const { id, slug, name } = host.organisation;
  if (host.status === "invited" && mayLead) {
    return (
      <ActionForm fields={{ form: "withdraw", organisationId: id }} variant="quiet" size="small">
        {t("festivals.hosts.withdraw")}
      </ActionForm>
    );
  }
  if (base === null || (host.status !== "accepted" && host.status !== "left")) return null;
  return <TextLink to={`${base}/${slug}`}>{t("hosting.row.brings", { organisation: name })}</TextLink>;
}

const decisions = {
  accepted: "festivals.hosts.acceptedBy",
  declined: "festivals.hosts.declinedBy",
  left: "festivals.hosts.leftBy",
} as const;

function History({ host }: { host: FestivalHost }) {
  const { t, format } = useText();
  const name = (known: string | null) => known ?? t("festivals.hosts.somebody");
  return (
    <span className="flex flex-col">
      {host.leadOfferedAt && (
        <span>
          {t("hosting.row.leadOffered", {
            name: name(host.leadOfferedBy),
            when: format.moment(host.leadOfferedAt),
          })}
        </span>
      )}
      {host.status !== "invited" && host.decidedAt && host.decidedAt !== host.invitedAt && (
        <span>
          {t(decisions[host.status], { name: name(host.decidedBy), when: format.moment(host.decidedAt) })}
        </span>
      )}
      {host.reason && <q className="max-w-prose whitespace-pre-line">{host.reason}</q>}
      <span className={host.status === "invited" ? "" : "text-sm text-soft"}>
        {host.invitedAt === host.decidedAt
          ? t("festivals.hosts.founded", { when: format.moment(host.invitedAt) })
          : t("festivals.hosts.askedBy", {
              name: name(host.invitedBy),
              when: format.moment(host.invitedAt),
            })}
      </span>
    </span>
  );
}

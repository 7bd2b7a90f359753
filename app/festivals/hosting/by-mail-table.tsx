import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, StatusBadge, Table } from "~/ui/index.ts";
import type { InvitationState } from "./invitation.ts";

export interface ByMailRow {
  id: string;
  organisationName: string;
  /** Null for those who need not know it. */
  email: string | null;
  invitedBy: string | null;
  invitedAt: string;
  answeredAt: string | null;
  reason: string;
  state: InvitationState;
  /** Date until which the link works. */
  until: string;
}

/** Organisations that were asked by mail and are not here (yet). */
export function ByMailTable({ rows, mayLead }: { rows: ByMailRow[]; mayLead: boolean }) {
  const { t } = useText();
  return (
    <Table
      caption={t("hosting.byMail.caption")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "organisation",
          header: t("festivals.hosts.organisation"),
          cell: (row) => (
            <span className="flex flex-col">
              {row.organisationName}
              {row.email && (
                <span className="text-sm font-normal break-all text-soft">
                  {t("hosting.byMail.to", { email: row.email })}
                </span>
              )}
            </span>
          ),
        },
        {
          key: "state",
          header: t("hosting.byMail.state"),
          cell: (row) => (
            <StatusBadge status={badges[row.state]}>{t(`hosting.byMail.states.${row.state}`)}</StatusBadge>
          ),
        },
        { key: "history", header: t("festivals.hosts.history"), cell: (row) => <History row={row} /> },
        {
          key: "actions",
          header: t("festivals.hosts.actions"),
          headerHidden: true,
          align: "end",
          cell: (row) => mayLead && <Actions row={row} />,
        },
      ]}
    />
  );
}

const badges = {
  open: "invited",
  expired: "left",
  accepted: "accepted",
  declined: "declined",
  withdrawn: "left",
  "festival-over": "left",
} as const;

function History({ row }: { row: ByMailRow }) {
  const { t, format } = useText();
  const when = row.answeredAt && format.moment(row.answeredAt);
  return (
    <span className="flex flex-col">
      {row.state === "declined" && when && <span>{t("hosting.byMail.declinedOn", { when })}</span>}
      {row.state === "withdrawn" && when && <span>{t("hosting.byMail.withdrawnOn", { when })}</span>}
      {row.state === "declined" && row.reason && (
        <q className="max-w-prose whitespace-pre-line">{row.reason}</q>
      )}
      {row.state === "open" && <span>{t("hosting.byMail.until", { date: format.date(row.until) })}</span>}
      <span className="text-sm text-soft">
        {t("festivals.hosts.askedBy", {
          name: row.invitedBy ?? t("festivals.hosts.somebody"),
          when: format.moment(row.invitedAt),
        })}
      </span>
    </span>
  );
}

function Actions({ row }: { row: ByMailRow }) {
  const { t } = useText();
  if (row.state !== "open" && row.state !== "expired") return null;
  return (
    <Inline gap="tight">
      <ActionForm
        fields={{ form: "resend", id: row.id }}
        variant="quiet"
        size="small"
        confirm={t("hosting.byMail.resendHint")}
      >
        {t("hosting.byMail.resend")}
      </ActionForm>
      <ActionForm fields={{ form: "withdraw-mail", id: row.id }} variant="quiet" size="small">
        {t("festivals.hosts.withdraw")}
      </ActionForm>
    </Inline>
  );
}

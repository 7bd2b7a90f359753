import { CalendarPlus, Link2 } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, Notice, Section, Stack, Table } from "~/ui/index.ts";
import { calendarKinds } from "./links.ts";
import type { Subscription } from "./personal-feed.server.ts";

const here = "/agenda/subscriptions";

/** One button for each calendar: every click makes a secret link of its own. */
export function SubscribeSection({ local }: { local: boolean }) {
  const { t } = useText();
  return (
    <Section id="subscribe" title={t("calendar.subscribe.title")} intro={t("calendar.subscribe.intro")}>
      <Inline>
        {calendarKinds.map((kind) => (
          <ActionForm
            key={kind}
            action={here}
            fields={{ intent: "make", calendar: kind }}
            variant="secondary"
            icon={kind === "other" ? Link2 : CalendarPlus}
            label={t(`calendar.subscribe.${kind}`)}
          />
        ))}
      </Inline>
      {local && (
        <Notice>
          <p>{t("calendar.subscribe.local")}</p>
        </Notice>
      )}
      <p className="max-w-prose text-sm text-soft">{t("calendar.subscribe.twice")}</p>
    </Section>
  );
}

/** The links that work, and the way to end each. */
export function SubscriptionList({ subscriptions }: { subscriptions: Subscription[] }) {
  const { t, format } = useText();
  return (
    <Section id="subscriptions" title={t("calendar.subscribe.listTitle")}>
      {subscriptions.length === 0 ? (
        <p className="text-soft">{t("calendar.subscribe.listEmpty")}</p>
      ) : (
        <Stack>
          <Table
            caption={t("calendar.subscribe.listTitle")}
            captionHidden
            rows={subscriptions}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t("calendar.subscribe.name"),
                rowHeader: true,
                cell: ({ name }) => name,
              },
              {
                key: "made",
                header: t("calendar.subscribe.made"),
                cell: ({ createdAt }) => format.moment(createdAt),
              },
              {
                key: "used",
                header: t("calendar.subscribe.used"),
                cell: ({ lastUsedAt }) =>
                  lastUsedAt ? format.date(lastUsedAt.slice(0, 10)) : t("calendar.subscribe.never"),
              },
              {
                key: "revoke",
                header: t("calendar.subscribe.revoke"),
                headerHidden: true,
                align: "end",
                cell: ({ id }) => (
                  <ActionForm
                    action={here}
                    fields={{ intent: "revoke", feed: id }}
                    variant="quiet"
                    size="small"
                    confirm={t("calendar.subscribe.revokeConfirm")}
                    label={t("calendar.subscribe.revoke")}
                  />
                ),
              },
            ]}
          />
        </Stack>
      )}
    </Section>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Badge, Inline, Table } from "~/ui/index.ts";
import type { LoginRow } from "./account.server.ts";

/** Where a person is signed in, and the ways out. */
export function LoginList({ logins }: { logins: LoginRow[] }) {
  const { t, format } = useText();
  return (
    <>
      <Table
        caption={t("people.account.logins")}
        captionHidden
        rows={logins}
        rowKey={(login) => login.id}
        columns={[
          {
            key: "device",
            header: t("people.account.device"),
            cell: ({ device, here }) => (
              <Inline gap="tight">
                {device ?? t("people.account.unknownDevice")}
                {here && <Badge>{t("people.account.here")}</Badge>}
              </Inline>
            ),
          },
          { key: "since", header: t("people.account.since"), cell: ({ since }) => format.moment(since) },
        ]}
      />
      <p className="max-w-prose text-soft">{t("people.account.everywhereIntro")}</p>
      <Inline>
        <ActionForm
          fields={{ intent: "sign-out-everywhere" }}
          variant="secondary"
          label={t("people.account.everywhere")}
        />
        <ActionForm action="/logout" variant="quiet" label={t("people.account.signOut")} />
      </Inline>
    </>
  );
}

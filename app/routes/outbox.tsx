import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Mail } from "lucide-react";
import { OutboxMailCard } from "~/people/outbox-mail.tsx";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { listOutbox } from "~/platform/mail/outbox.server.ts";
import { requireOutbox } from "~/platform/mail/outbox-access.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { EmptyState, LinkButton, Page, Stack } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For everybody, where there is an outbox. */
export async function loader(args: LoaderFunctionArgs) {
  requireOutbox(args.context.config);
  const { t } = await findText(args);
  return { title: t("people.outbox.title"), mails: await listOutbox(args.context.db) };
}

export default function Outbox() {
  const { t } = useText();
  const { mails } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("people.outbox.title")}
      intro={t("people.outbox.intro")}
      actions={
        <LinkButton to="/outbox.json" reloadDocument>
          {t("people.outbox.json")}
        </LinkButton>
      }
    >
      {mails.length === 0 && (
        <EmptyState icon={Mail} title={t("people.outbox.none")}>
          {t("people.outbox.noneHint")}
        </EmptyState>
      )}
      <Stack gap="loose">
        {mails.map((mail, index) => (
          <OutboxMailCard key={mail.id} mail={mail} open={index === 0} />
        ))}
      </Stack>
    </Page>
  );
}

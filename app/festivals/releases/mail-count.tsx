import { useText } from "~/platform/i18n/text.tsx";
import { Notice } from "~/ui/index.ts";

/** Who hears of it and when, before anybody does. */
export function MailCount({ people }: { people: number }) {
  const { t } = useText();
  return (
    <Notice>
      <p>{people === 0 ? t("editions.audience.noMail") : t("editions.audience.mails", { count: people })}</p>
    </Notice>
  );
}

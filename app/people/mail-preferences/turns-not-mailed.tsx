import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";

/** Said where turns are asked for, to somebody who switched that mail off. */
export function TurnsNotMailed() {
  const { t } = useText();
  return (
    <Notice tone="warning" title={t("mailPreferences.turnsNotMailed.title")}>
      <p>
        {t("mailPreferences.turnsNotMailed.what")}{" "}
        <TextLink to="/account/mail">{t("mailPreferences.account.change")}</TextLink>
      </p>
    </Notice>
  );
}

import { useText } from "~/platform/i18n/text.tsx";

/** First stop of the keyboard. */
export function SkipLink() {
  const { t } = useText();
  return (
    <a
      href="#main"
      className="skip-link sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-3 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold"
    >
      {t("ui.skipToContent")}
    </a>
  );
}

import { useText } from "~/platform/i18n/text.tsx";

/** Work of unknown length is under way, such as a file being read. */
export function Progress() {
  const { t } = useText();
  return (
    <label className="flex flex-col gap-1.5">
      <span className="text-sm text-soft">{t("ui.working")}</span>
      <progress className="progress" />
    </label>
  );
}

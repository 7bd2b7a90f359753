import { useText } from "~/platform/i18n/text.tsx";

/** Work under way: `value` of `max`, or just "one moment" when nobody knows. */
export function Progress({ label, value, max }: { label?: string; value?: number; max?: number }) {
  const { t } = useText();
  return (
    <label className="flex flex-col gap-1.5">
      <span className="text-sm text-soft">{label ?? t("ui.working")}</span>
      <progress value={value} max={max} className="progress" />
    </label>
  );
}

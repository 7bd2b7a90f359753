import { Copy } from "lucide-react";
import { useId } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "./icon.tsx";

/** A value to take elsewhere: selectable always, copied by a button where script runs. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex gap-2">
        <input id={id} readOnly value={value} className="control font-mono text-sm" />
        <button
          type="button"
          hidden
          className="button shrink-0"
          data-variant="secondary"
          data-copy={id}
          data-copied={t("ui.copied")}
        >
          <Icon of={Copy} size={18} />
          <span aria-live="polite">{t("ui.copy")}</span>
        </button>
      </div>
    </div>
  );
}

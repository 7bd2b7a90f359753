import { CircleCheck, X } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "./icon.tsx";

/** Says once what just happened. The region is always there, so that a screen reader hears what comes into it. */
export function ToastArea({ message }: { message: string | null }) {
  const { t } = useText();
  return (
    <div role="status" className="toast-area">
      {message && (
        <div className="toast" data-toast>
          <Icon of={CircleCheck} />
          <p className="flex-1">{message}</p>
          <button type="button" className="toast-dismiss" data-dismiss aria-label={t("ui.dismiss")} hidden>
            <Icon of={X} size={18} />
          </button>
        </div>
      )}
    </div>
  );
}

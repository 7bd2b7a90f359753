import { CircleAlert } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** What is wrong with a field, above it, so that a phone's keyboard never covers it. */
export function FieldError({ id, messages }: { id: string | undefined; messages: readonly string[] }) {
  const { t } = useText();
  if (messages.length === 0) return null;
  return (
    <p id={id} className="flex items-start gap-2 font-semibold text-danger">
      <span className="mt-0.5">
        <Icon of={CircleAlert} size={18} />
      </span>
      <span>
        <VisuallyHidden>{t("ui.error")}: </VisuallyHidden>
        {messages.join(" ")}
      </span>
    </p>
  );
}

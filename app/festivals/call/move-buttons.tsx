import { ArrowDown, ArrowUp } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, VisuallyHidden } from "~/ui/index.ts";

export interface MoveButtonsProps {
  intent: "move-format" | "move-question";
  id: string;
  name: string;
  first: boolean;
  last: boolean;
}

/** One up, one down in a list. */
export function MoveButtons({ intent, id, name, first, last }: MoveButtonsProps) {
  const { t } = useText();
  const fields = { intent, form: id, id };
  return (
    <span className="flex gap-1.5">
      {!first && (
        <ActionForm fields={{ ...fields, direction: "up" }} variant="secondary" size="small" icon={ArrowUp}>
          <VisuallyHidden>{t("call.organise.up", { name })}</VisuallyHidden>
        </ActionForm>
      )}
      {!last && (
        <ActionForm
          fields={{ ...fields, direction: "down" }}
          variant="secondary"
          size="small"
          icon={ArrowDown}
        >
          <VisuallyHidden>{t("call.organise.down", { name })}</VisuallyHidden>
        </ActionForm>
      )}
    </span>
  );
}

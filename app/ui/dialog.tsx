import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import type { Size, Variant } from "./button.tsx";
import { Icon } from "./icon.tsx";

export interface DialogProps {
  id: string;
  title: ReactNode;
  children: ReactNode;
  /** What answers it, beside the way out. */
  action?: ReactNode;
}

/** Asks in front of the page. Without script it opens as the target of its opener's link. */
export function Dialog({ id, title, children, action }: DialogProps) {
  const { t } = useText();
  return (
    <dialog id={id} aria-labelledby={`${id}-title`} className="dialog">
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="mt-3">{children}</div>
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        {action}
        <a href={`#${id}-opener`} data-dialog-close className="button" data-variant="quiet">
          {t("ui.close")}
        </a>
      </div>
    </dialog>
  );
}

export interface DialogOpenerProps {
  dialog: string;
  variant?: Variant;
  size?: Size;
  icon?: LucideIcon;
  children: ReactNode;
}

/** Opens the dialog with that id. */
export function DialogOpener({
  dialog,
  variant = "secondary",
  size = "normal",
  icon,
  children,
}: DialogOpenerProps) {
  return (
    <a
      id={`${dialog}-opener`}
      href={`#${dialog}`}
      data-dialog={dialog}
      className="button"
      data-variant={variant}
      data-size={size}
    >
      {icon && <Icon of={icon} size={18} />}
      {children}
    </a>
  );
}

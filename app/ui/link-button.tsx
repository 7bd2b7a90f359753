import { Link } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Size, Variant } from "./button.tsx";
import { Icon } from "./icon.tsx";

export interface LinkButtonProps {
  to: string;
  variant?: Variant;
  size?: Size;
  icon?: LucideIcon;
  /** For what Remix does not answer: feeds, downloads. */
  reloadDocument?: boolean;
  download?: boolean;
  /** The page one is on. */
  current?: boolean;
  children: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  variant = "secondary",
  size = "normal",
  icon,
  current,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link
      {...rest}
      className="button"
      data-variant={variant}
      data-size={size}
      aria-current={current ? "page" : undefined}
    >
      {icon && <Icon of={icon} size={18} />}
      {children}
    </Link>
  );
}

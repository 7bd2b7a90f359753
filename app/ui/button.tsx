import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type Variant = "primary" | "secondary" | "quiet" | "danger";
export type Size = "normal" | "small";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: Variant;
  size?: Size;
  icon?: LucideIcon;
  children: ReactNode;
}

/** Primary is for the one thing to do next: at most one on a page. */
export function Button({ variant = "primary", size = "normal", icon, children, ...rest }: ButtonProps) {
  return (
    <button type="submit" {...rest} className="button" data-variant={variant} data-size={size}>
      {icon && <Icon of={icon} size={18} />}
      {children}
    </button>
  );
}

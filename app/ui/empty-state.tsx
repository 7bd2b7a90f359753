import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export interface EmptyStateProps {
  title: ReactNode;
  icon?: LucideIcon;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet, why, and what to do about it. */
export function EmptyState({ title, icon, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-lg border border-dashed border-edge p-6 sm:p-8">
      {icon && (
        <span className="text-soft">
          <Icon of={icon} size={28} />
        </span>
      )}
      <p className="font-serif text-lg">{title}</p>
      {children && <div className="max-w-prose text-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}

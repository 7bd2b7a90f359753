import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** More, for who wants it. */
export function Disclosure({
  summary,
  open,
  id,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <details id={id} open={open} className="group">
      <summary className="inline-flex min-h-11 items-center gap-2 font-semibold hover:text-accent">
        <span className="transition-transform group-open:rotate-90">
          <Icon of={ChevronRight} size={18} />
        </span>
        {summary}
      </summary>
      <div className="mt-2 border-s-2 border-line ps-4">{children}</div>
    </details>
  );
}

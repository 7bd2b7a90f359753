import type { LucideIcon } from "lucide-react";

/** Decoration beside words: hidden from screen readers. `of` is an icon of lucide-react. */
export function Icon({ of: Drawing, size = 20 }: { of: LucideIcon; size?: number }) {
  return <Drawing aria-hidden size={size} strokeWidth={1.75} className="shrink-0" />;
}

import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "info" | "success" | "warning" | "danger";

/** A word or two about the state of something. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      data-tone={tone}
      className="inline-flex items-center gap-1.5 rounded-full bg-(--tone-ground) px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap text-(--tone)"
    >
      {children}
    </span>
  );
}

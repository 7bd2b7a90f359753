import { type ReactNode, useId } from "react";

export interface SectionProps {
  title: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  id?: string;
  children?: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, intro, actions, id, children }: SectionProps) {
  const generated = useId();
  const headingId = id ? `${id}-title` : generated;
  return (
    <section id={id} aria-labelledby={headingId} className="flex flex-col gap-4">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 id={headingId}>{title}</h2>
          {intro && <div className="mt-1 max-w-prose text-soft">{intro}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

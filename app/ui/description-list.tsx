import type { ReactNode } from "react";

export interface Description {
  term: string;
  description: ReactNode;
}

/** Facts: a name and what it is. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">
      {items.map(({ term, description }) => (
        <div
          key={term}
          className="grid border-b border-line py-3 last:border-0 sm:col-span-2 sm:grid-cols-subgrid"
        >
          <dt className="text-sm leading-7 text-soft">{term}</dt>
          <dd className="min-w-0">{description}</dd>
        </div>
      ))}
    </dl>
  );
}

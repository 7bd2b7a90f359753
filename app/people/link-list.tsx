import { TextLink } from "~/ui/index.ts";

export interface LinkListProps {
  items: { to: string; title: string; detail: string }[];
}

/** Names that lead somewhere, each with one fact. */
export function LinkList({ items }: LinkListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map(({ to, title, detail }) => (
        <li key={to} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <TextLink to={to}>{title}</TextLink>
          <span className="text-soft">{detail}</span>
        </li>
      ))}
    </ul>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { Section, TextLink } from "~/ui/index.ts";
import type { EditionLink } from "./editions.server.ts";

export interface EditionLinksProps {
  earlier: EditionLink[];
  later: EditionLink[];
}

/** The edition before and those after it. */
export function EditionLinks({ earlier, later }: EditionLinksProps) {
  const { t, format } = useText();
  if (earlier.length + later.length === 0) return null;
  const line = (label: string, { slug, name, startsOn, endsOn }: EditionLink) => (
    <li key={slug}>
      {label} <TextLink to={`/festivals/${slug}`}>{name}</TextLink>, {format.dateRange(startsOn, endsOn)}
    </li>
  );
  return (
    <Section title={t("editions.links.title")}>
      <ul className="flex flex-col gap-1">
        {earlier.map((edition) => line(t("editions.links.earlier"), edition))}
        {later.map((edition) => line(t("editions.links.later"), edition))}
      </ul>
    </Section>
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { Inline, LinkButton } from "~/ui/index.ts";

export interface PageLinksProps {
  page: number;
  pages: number;
  /** The address of a page. */
  to: (page: number) => string;
}

/** The way through a list that is longer than a page. */
export function PageLinks({ page, pages, to }: PageLinksProps) {
  const { t } = useText();
  if (pages === 1) return null;
  return (
    <nav aria-label={t("attendees.pages")}>
      <Inline>
        {page > 1 && <LinkButton to={to(page - 1)}>{t("attendees.previous")}</LinkButton>}
        <span className="text-soft">{t("attendees.page", { page, pages })}</span>
        {page < pages && <LinkButton to={to(page + 1)}>{t("attendees.next")}</LinkButton>}
      </Inline>
    </nav>
  );
}

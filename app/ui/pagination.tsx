import { Link, useLocation } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";

/** Earlier and later pages of a list, in the query `?page=`; counts from 1 and keeps the other filters. */
export function Pagination({
  page,
  pages,
  parameter = "page",
}: {
  page: number;
  pages: number;
  parameter?: string;
}) {
  const { t } = useText();
  const { pathname, search } = useLocation();
  if (pages <= 1) return null;
  const address = (target: number) => {
    const query = new URLSearchParams(search);
    query.set(parameter, String(target));
    return `${pathname}?${query}`;
  };
  return (
    <nav aria-label={t("ui.pages")} className="flex flex-wrap items-center gap-4">
      {page > 1 && (
        <Link to={address(page - 1)} rel="prev" className="button" data-variant="secondary">
          {t("ui.previous")}
        </Link>
      )}
      <span className="text-soft">{t("ui.currentPage", { page, pages })}</span>
      {page < pages && (
        <Link to={address(page + 1)} rel="next" className="button" data-variant="secondary">
          {t("ui.next")}
        </Link>
      )}
    </nav>
  );
}

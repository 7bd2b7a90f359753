import { Link } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";

export interface Crumb {
  label: string;
  to: string;
}

/** The way up. The page itself is not part of it: its title follows. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useText();
  return (
    <nav aria-label={t("ui.breadcrumbs")} className="mb-4 text-sm">
      <ol className="-my-2 flex flex-wrap items-center gap-x-2 text-soft">
        {crumbs.map((crumb) => (
          <li key={crumb.to} className="flex items-center gap-2">
            <Link
              to={crumb.to}
              className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current"
            >
              {crumb.label}
            </Link>
            <span aria-hidden>/</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

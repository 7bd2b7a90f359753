import { Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon } from "./icon.tsx";

export interface Crumb {
  label: string;
  to: string;
}

/** The way up. The page itself is not part of it: its title follows. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useText();
  return (
    <nav aria-label={t("ui.breadcrumbs")} className="mb-4 text-sm">
      <ol className="-my-2 -ms-1 flex flex-wrap items-center gap-x-2 text-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.to} className="flex items-center gap-1">
            <Icon of={index === 0 ? ChevronLeft : ChevronRight} size={16} />
            <Link
              to={crumb.to}
              className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current"
            >
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

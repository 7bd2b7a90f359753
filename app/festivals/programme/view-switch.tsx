import { Link } from "@remix-run/react";
import { CalendarRange, List } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { classNames, Icon } from "~/ui/index.ts";
import { filterQuery, type ProgrammeFilter } from "./filter.ts";

const views = [
  { view: "grid", icon: CalendarRange, byItself: "lg:bg-sunken lg:text-ink" },
  { view: "list", icon: List, byItself: "max-lg:bg-sunken max-lg:text-ink" },
] as const;

/** Grid or list; who chose neither gets a grid on a desk and a list on a phone. */
export function ViewSwitch({ filter, path }: { filter: ProgrammeFilter; path: string }) {
  const { t } = useText();
  return (
    <nav aria-label={t("programme.view.label")}>
      <ul className="flex rounded-md border border-edge">
        {views.map(({ view, icon, byItself }) => (
          <li key={view}>
            <Link
              to={`${path}${filterQuery({ ...filter, view })}`}
              aria-current={filter.view === view ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center gap-2 rounded-md px-3 text-sm font-semibold",
                filter.view === view ? "bg-sunken text-ink" : "text-soft hover:text-ink",
                filter.view === null && byItself,
              )}
            >
              <Icon of={icon} size={18} />
              {t(`programme.view.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

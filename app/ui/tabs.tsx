import { NavLink } from "@remix-run/react";
import { classNames } from "./class-names.ts";

export interface Tab {
  label: string;
  to: string;
  count?: number;
  /** Current on its own address only, not on those below it. */
  end?: boolean;
}

/** Pages of one thing. The current one is found from the address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} data-tabs className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-1 border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end}
              className={({ isActive }) =>
                classNames(
                  "-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 px-3 font-semibold",
                  isActive
                    ? "border-accent text-ink"
                    : "border-transparent text-soft hover:border-edge hover:text-ink",
                )
              }
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="font-normal text-soft tabular-nums">{tab.count}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

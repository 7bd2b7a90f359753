import { Link, NavLink } from "@remix-run/react";
import { classNames } from "./class-names.ts";

export interface Tab {
  label: string;
  to: string;
  count?: number;
  /** Current on its own address only, not on those below it. */
  end?: boolean;
  /** Whether it is the one; by default the address tells. */
  current?: boolean;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** `small`: the pages of one tab, below it. */
  size?: "normal" | "small";
}

/** Pages of one thing, in one row. */
export function Tabs({ label, tabs, size = "normal" }: TabsProps) {
  return (
    <nav aria-label={label} data-tabs className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className={classNames("flex min-w-max gap-1", size === "normal" && "border-b border-line")}>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <TabLink tab={tab} size={size} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabLink({ tab, size }: { tab: Tab; size: NonNullable<TabsProps["size"]> }) {
  const words = (
    <>
      {tab.label}
      {tab.count !== undefined && <span className="font-normal text-soft tabular-nums">{tab.count}</span>}
    </>
  );
  if (tab.current === undefined) {
    return (
      <NavLink to={tab.to} end={tab.end} className={({ isActive }) => shape(size, isActive)}>
        {words}
      </NavLink>
    );
  }
  return (
    <Link to={tab.to} aria-current={tab.current || undefined} className={shape(size, tab.current)}>
      {words}
    </Link>
  );
}

function shape(size: "normal" | "small", current: boolean): string {
  return classNames(
    "-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 px-3",
    size === "normal" ? "font-semibold" : "text-sm",
    current ? "border-accent text-ink" : "border-transparent text-soft hover:border-edge hover:text-ink",
  );
}

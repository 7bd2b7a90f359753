import { Link } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoDate } from "~/platform/time.ts";
import { classNames } from "~/ui/index.ts";
import type { Programme } from "./programme.ts";

export interface DayNavProps {
  programme: Pick<Programme, "tabs" | "today" | "day">;
  to: (day: IsoDate | "all") => string;
}

/** The days of the programme, each with what the filters leave of it. */
export function DayNav({ programme: { tabs, today, day: shown }, to }: DayNavProps) {
  const { t, format } = useText();
  if (tabs.length < 2) return null;
  return (
    <nav
      aria-label={t("programme.days.label")}
      className="relative -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0"
    >
      <ul className="flex min-w-max gap-1 border-b border-line">
        <DayLink to={to("all")} current={shown === null} label={t("programme.days.all")} />
        {tabs.map(({ date, count }) => (
          <DayLink
            key={date}
            to={to(date)}
            current={shown === date}
            label={date === today ? `${format.date(date)}, ${t("programme.days.today")}` : format.date(date)}
            count={count}
          />
        ))}
      </ul>
    </nav>
  );
}

function DayLink({
  to,
  current,
  label,
  count,
}: {
  to: string;
  current: boolean;
  label: string;
  count?: number;
}) {
  const { t } = useText();
  return (
    <li>
      <Link
        to={to}
        aria-current={current ? "page" : undefined}
        className={classNames(
          "-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 px-3 font-semibold",
          current
            ? "border-accent text-ink"
            : "border-transparent text-soft hover:border-edge hover:text-ink",
        )}
      >
        {label}
        {count !== undefined && (
          <span className="font-normal text-soft tabular-nums">
            <span aria-hidden>{count}</span>
            <span className="sr-only">({t("programme.days.count", { count })})</span>
          </span>
        )}
      </Link>
    </li>
  );
}

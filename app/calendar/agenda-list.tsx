import { useText } from "~/platform/i18n/text.tsx";
import { type IsoDate, Temporal } from "~/platform/time.ts";
import type { TravelWarning } from "~/signups/clashes/travel.ts";
import { Time } from "~/ui/index.ts";
import type { AgendaDay } from "./agenda.ts";
import { AgendaRow } from "./agenda-row.tsx";

/** Days with what they hold; near ones say how near. */
export function AgendaList({
  days,
  today,
  past = false,
  travel = [],
}: {
  days: AgendaDay[];
  today: IsoDate;
  past?: boolean;
  travel?: TravelWarning[];
}) {
  const { format } = useText();
  return (
    <ol className="flex flex-col gap-8">
      {days.map(({ date, items }) => (
        <li key={date}>
          <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg">
            <Time at={date}>{format.dateLong(date)}</Time>
            {isNear(date, today) && (
              <span className="font-sans text-sm text-soft">{format.relativeDay(date, today)}</span>
            )}
          </h2>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {items.map((item) => (
              <AgendaRow
                key={item.id}
                item={item}
                past={past}
                travel={travel.filter(({ to }) => to.sessionId === item.id)}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function isNear(date: IsoDate, today: IsoDate): boolean {
  const { days } = Temporal.PlainDate.from(today).until(date, { largestUnit: "day" });
  return days >= 0 && days < 14;
}

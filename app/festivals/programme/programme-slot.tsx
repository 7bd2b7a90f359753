import type { CSSProperties } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { localOf } from "~/platform/time.ts";
import { classNames } from "~/ui/index.ts";
import { BreakBand } from "./break-band.tsx";
import { type GridSlot, gridArea } from "./grid.ts";
import type { ProgrammeGridProps } from "./programme-grid.tsx";
import { SessionCard } from "./session-card.tsx";

const inGridPlace = (area: string) => ({ "--place": area }) as CSSProperties;

/** A time and what starts at it. */
export function ProgrammeSlot({
  slot,
  date,
  festivalSlug,
  timeZone,
  phases,
  multilingual,
  view,
  nowAt,
}: ProgrammeGridProps & { slot: GridSlot }) {
  const { t, format } = useText();
  const inGrid = view === "grid";
  const phaseOf = (id: string) => phases[id] ?? "to-come";
  const running = slot.items.some(({ item }) => phaseOf(item.id) === "now");
  const afterMidnight = localOf(slot.at, timeZone).slice(0, 10) > date;
  return (
    <section className={classNames("flex flex-col gap-2", inGrid && "lg:contents")}>
      {inGrid && (
        <div
          aria-hidden
          className="hidden border-t border-line lg:block"
          style={{ gridArea: `${slot.rows.from} / 1 / ${slot.rows.from + 1} / -1` }}
        />
      )}
      <h4
        id={slot.at === nowAt ? "now" : undefined}
        className={classNames(
          "sticky top-0 z-10 bg-ground py-1 font-sans text-base",
          inGrid && "lg:start-0 lg:top-10 lg:self-start lg:text-sm lg:[grid-area:var(--place)]",
          running && "text-accent",
        )}
        style={inGrid ? inGridPlace(gridArea(slot.rows, { from: 1, to: 2 })) : undefined}
      >
        <time dateTime={slot.at}>{format.time(slot.at, timeZone)}</time>
        {afterMidnight && (
          <span className="block text-xs font-normal text-soft">{t("programme.days.nextDay")}</span>
        )}
      </h4>
      <ul
        className={
          inGrid
            ? "flex flex-col gap-2 lg:contents"
            : "grid items-stretch gap-2 sm:grid-cols-2 lg:grid-cols-3"
        }
      >
        {slot.items.map(({ item, rows, columns }) => (
          <li
            key={item.id}
            className={classNames("min-w-0", inGrid && "lg:py-1 lg:[grid-area:var(--place)]")}
            style={inGrid ? inGridPlace(gridArea(rows, columns)) : undefined}
          >
            {item.kind === "break" ? (
              <BreakBand item={item} timeZone={timeZone} inGrid={inGrid} />
            ) : (
              <SessionCard
                item={item}
                phase={phaseOf(item.id)}
                festivalSlug={festivalSlug}
                timeZone={timeZone}
                multilingual={multilingual}
                inGrid={inGrid}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

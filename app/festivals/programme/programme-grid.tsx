import type { CSSProperties } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoDate, IsoInstant } from "~/platform/time.ts";
import type { Phase } from "./days.ts";
import { type DayGrid, gridArea } from "./grid.ts";
import { ProgrammeSlot } from "./programme-slot.tsx";

export interface ProgrammeGridProps {
  grid: DayGrid;
  date: IsoDate;
  festivalSlug: string;
  timeZone: string;
  phases: Record<string, Phase>;
  multilingual: boolean;
  view: "grid" | "list";
  nowAt: IsoInstant | null;
}

/** More columns than a desk is wide scroll inside a frame of their own. */
const lanesThatFit = 6;
const remPerMinute = 0.06;
const tallestRow = 90;

/**
 * A day by time. The same HTML is a list under its times on a phone, and on a desk a grid of rooms × time:
 * the groups dissolve there (`display: contents`) and each session takes the place it was given.
 */
export function ProgrammeGrid(props: ProgrammeGridProps) {
  const { grid, date, view } = props;
  const { t, format } = useText();
  if (view === "list") return <Slots {...props} className="flex flex-col gap-6" />;
  const slots = (
    <Slots
      {...props}
      className="flex flex-col gap-6 lg:grid lg:gap-x-2 lg:gap-y-0 lg:[grid-template-columns:var(--columns)] lg:[grid-template-rows:var(--rows)]"
      style={templateOf(grid)}
    />
  );
  if (grid.lanes <= lanesThatFit) return slots;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={t("programme.grid.scroll", { day: format.date(date) })}
      className="lg:max-h-[90dvh] lg:scroll-ps-20 lg:scroll-pt-12 lg:overflow-auto"
    >
      {slots}
    </section>
  );
}

function Slots(props: ProgrammeGridProps & { className: string; style?: CSSProperties }) {
  const { grid, view, className, style } = props;
  return (
    <div className={className} style={style}>
      {view === "grid" && <RoomHeads grid={grid} />}
      {grid.slots.map((slot) => (
        <ProgrammeSlot key={slot.at} {...props} slot={slot} />
      ))}
      {view === "grid" && grid.now && <NowLine {...grid.now} />}
    </div>
  );
}

function templateOf({ lanes, rows }: DayGrid): CSSProperties {
  const heights = rows.map((minutes) =>
    minutes === 0
      ? "1.5rem"
      : `minmax(${(Math.min(minutes, tallestRow) * remPerMinute).toFixed(2)}rem, auto)`,
  );
  return {
    "--columns": `4.5rem repeat(${lanes}, minmax(9rem, 1fr))`,
    "--rows": `auto ${heights.join(" ")}`,
  } as CSSProperties;
}

/** For the eye alone: every card says its room to a screen reader. */
function RoomHeads({ grid }: { grid: DayGrid }) {
  const { t } = useText();
  const row = { from: 1, to: 2 };
  return (
    <div aria-hidden className="hidden lg:contents">
      <div
        className="sticky top-0 z-10 h-10 border-b border-edge bg-ground"
        style={{ gridArea: "1 / 1 / 2 / -1" }}
      />
      <div className="sticky start-0 z-10 bg-ground" style={{ gridArea: "2 / 1 / -1 / 2" }} />
      <div
        className="sticky start-0 top-0 z-20 h-10 border-b border-edge bg-ground"
        style={{ gridArea: gridArea(row, row) }}
      />
      {grid.rooms.map((room) => (
        <div
          key={room.id ?? "elsewhere"}
          className="sticky top-0 z-10 flex h-10 items-center text-sm font-semibold"
          style={{ gridArea: gridArea(row, room.columns) }}
        >
          {room.name || t("programme.grid.elsewhere")}
        </div>
      ))}
    </div>
  );
}

function NowLine({ row, share }: { row: number; share: number }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none z-[5] hidden bg-no-repeat lg:block"
      style={{
        gridArea: `${row} / 1 / ${row + 1} / -1`,
        backgroundImage: "linear-gradient(var(--color-accent), var(--color-accent))",
        backgroundSize: "100% 2px",
        backgroundPosition: `0 ${(share * 100).toFixed(1)}%`,
      }}
    />
  );
}

import { useText } from "~/platform/i18n/text.tsx";
import { classNames } from "./class-names.ts";

/** How full something is, `value` of `max`; the words beside it say the same. */
export function Meter({ value, max, full = false }: { value: number; max: number; full?: boolean }) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <span aria-hidden className="block h-1.5 w-full overflow-hidden rounded-full bg-line">
      <span
        className={classNames("block h-full rounded-full", full ? "bg-soft" : "bg-success")}
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}

export interface SeatsMeterProps {
  taken: number;
  /** Null where there is room for all. */
  capacity: number | null;
  waiting?: number;
}

/** Seats left, in words and as a bar. */
export function SeatsMeter({ taken, capacity, waiting = 0 }: SeatsMeterProps) {
  const { t } = useText();
  if (capacity === null) return <p className="text-sm text-soft">{t("ui.seatsOpen")}</p>;
  const left = Math.max(0, capacity - taken);
  return (
    <div className="flex max-w-64 flex-col gap-1.5">
      <p className="text-sm">
        <span className="font-semibold">
          {left > 0 ? t("ui.seatsLeft", { count: left }) : t("ui.seatsFull")}
        </span>{" "}
        <span className="text-soft">
          · {t("ui.seatsTaken", { taken, capacity })}
          {waiting > 0 && ` · ${t("ui.seatsWaiting", { count: waiting })}`}
        </span>
      </p>
      <Meter value={taken} max={capacity} full={left === 0} />
    </div>
  );
}

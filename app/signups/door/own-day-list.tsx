import { useText } from "~/platform/i18n/text.tsx";
import type { OwnSeat } from "./own-day.server.ts";

/** One's own sessions of today and tomorrow, and whether one was checked in. */
export function OwnDayList({ day }: { day: OwnSeat[] }) {
  const { t, format } = useText();
  if (day.length === 0) return <p className="text-soft">{t("door.code.nothing")}</p>;
  return (
    <ul className="door-list">
      {day.map((seat) => (
        <li key={seat.sessionId} className="door-row">
          <div className="min-w-0">
            <p className="font-semibold">{seat.title}</p>
            <p className="text-sm text-soft">
              {[format.sessionTime(seat), seat.place].filter(Boolean).join(", ")}
              {" · "}
              {seat.arrivedAt && seat.status === "attended"
                ? t("door.code.isIn", { time: format.time(seat.arrivedAt, seat.timeZone) })
                : t(seat.status === "waiting" ? "door.code.wait" : "door.code.has")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

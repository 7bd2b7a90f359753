import { useText } from "~/platform/i18n/text.tsx";
import { shortestMinutes } from "./act.ts";
import { useEditor } from "./context.tsx";
import { Labelled } from "./sheet.tsx";
import { minutesOfTime, type Spot, timeOfMinutes } from "./timetable.ts";

export interface SpotFieldsProps {
  spot: Spot;
  days: readonly string[];
  /** What no room is called here. */
  without: string;
  onChange: (spot: Spot) => void;
}

/** Day, time, room and length as ordinary fields. */
export function SpotFields({ spot, days, without, onChange }: SpotFieldsProps) {
  const { t, format } = useText();
  const { data } = useEditor();
  return (
    <div className="tt-fields">
      <Labelled label={t("timetable.editor.day")}>
        <select
          className="control"
          value={spot.date}
          onChange={(event) => onChange({ ...spot, date: event.target.value })}
        >
          {days.map((day) => (
            <option key={day} value={day}>
              {format.date(day)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={t("timetable.editor.time")}>
        <input
          className="control"
          type="time"
          required
          step={300}
          value={timeOfMinutes(spot.from)}
          onChange={(event) =>
            event.target.value && onChange({ ...spot, from: minutesOfTime(event.target.value) })
          }
        />
      </Labelled>
      <Labelled label={t("timetable.editor.room")}>
        <select
          className="control"
          value={spot.roomId ?? ""}
          onChange={(event) => onChange({ ...spot, roomId: event.target.value || null })}
        >
          {data.rooms.map((room) => (
            <option key={room.id} value={room.id}>
              {room.name}
            </option>
          ))}
          <option value="">{without}</option>
        </select>
      </Labelled>
      <Labelled label={t("timetable.editor.minutesLabel")}>
        <input
          className="control"
          type="number"
          required
          min={shortestMinutes}
          max={1440}
          step={5}
          defaultValue={spot.minutes}
          onChange={(event) => {
            const minutes = event.target.valueAsNumber;
            if (minutes >= 1 && minutes <= 1440) onChange({ ...spot, minutes: Math.round(minutes) });
          }}
        />
      </Labelled>
    </div>
  );
}

import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Draft } from "../../draft.ts";
import type { SessionField } from "../tables/fields.ts";
import { speakersText } from "../tables/sessions/speakers-text.ts";
import type { Sheet, Value } from "./sheet.ts";

type Row = Omit<Draft, "organisation"> & { organisation: { name: string } };

/** As the import calls and reads them: a sheet that comes back changes nothing. */
const columns: [SessionField, (row: Row, t: Text["t"]) => Value][] = [
  ["key", (row) => row.id],
  ["title", (row) => row.title],
  ["kind", (row, t) => t(`festivals.kinds.${row.kind}`)],
  ["date", (row) => (row.startsLocal ? { date: row.startsLocal.slice(0, 10) } : null)],
  ["start", (row) => (row.startsLocal && !row.allDay ? { time: row.startsLocal.slice(11, 16) } : null)],
  ["duration", (row) => row.durationMinutes],
  ["room", (row) => row.roomName],
  ["place", (row) => row.place],
  ["speakers", (row) => speakersText(row.speakers)],
  ["host", (row) => row.organisation.name],
  ["track", (row) => row.trackName],
  ["language", (row) => row.language],
  ["level", (row, t) => t(`exchange.levels.${row.level}`)],
  ["capacity", (row) => row.capacity],
  ["abstract", (row) => row.abstract],
  ["equipment", (row) => row.equipment],
  ["allDay", (row, t) => t(row.allDay ? "exchange.yes" : "exchange.no")],
  ["cancelled", (row, t) => t(row.cancelled ? "exchange.yes" : "exchange.no")],
];

/** The draft as a table; rooms go by the labels that tell them apart. */
export function sessionSheet(rows: Row[], labels: ReadonlyMap<string, string>, t: Text["t"]): Sheet {
  return {
    header: columns.map(([field]) => t(`exchange.field.${field}`)),
    rows: rows
      .map((row) => ({ ...row, roomName: labels.get(row.roomId ?? "") ?? row.roomName }))
      .map((row) => columns.map(([, cell]) => cell(row, t))),
  };
}

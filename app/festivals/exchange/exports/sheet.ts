import type { IsoDate, IsoDateTime, IsoTime } from "~/platform/time.ts";

/** What stands in a cell. Dates and times are wall-clock values in the festival's zone. */
export type Value = string | number | null | { date: IsoDate } | { time: IsoTime } | { moment: IsoDateTime };

export interface Sheet {
  header: string[];
  rows: Value[][];
}

export const exportNames = [
  "sessions",
  "programme",
  "proposals",
  "hosts",
  "rooms",
  "speakers",
  "signups",
  "decisions",
] as const;
export type ExportName = (typeof exportNames)[number];

export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `sessions.csv`; null for a name that is none of ours. */
export function readFileName(file: string): { name: ExportName; format: ExportFormat } | null {
  const [first, second, ...more] = file.split(".");
  const name = exportNames.find((one) => one === first);
  const format = exportFormats.find((one) => one === second);
  return name && format && more.length === 0 ? { name, format } : null;
}

import { Temporal } from "~/platform/time.ts";
import { scanXml } from "./scan-xml.ts";

export type DateFormat = "date" | "time" | "both" | null;

/** ECMA-376 §18.8.30: the formats that have a number instead of a pattern. */
function builtIn(id: number): DateFormat {
  if (id === 22) return "both";
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return "time";
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "date";
  return null;
}

/** What a pattern such as `d-m-yyyy hh:mm` shows; quoted words, colours and escapes say nothing. */
export function formatOf(pattern: string): DateFormat {
  const bare = pattern
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0]
    ?.toLowerCase();
  if (!bare || bare === "general" || bare === "@") return null;
  const time = /[hs]/.test(bare);
  const date = /[yd]/.test(bare) || (/m/.test(bare) && !time);
  if (date && time) return "both";
  return date ? "date" : time ? "time" : null;
}

/** How the cells of each style show their numbers. */
export function readDateFormats(styles: string): DateFormat[] {
  const patterns = new Map<number, string>();
  const formats: DateFormat[] = [];
  let inCells = false;
  scanXml(styles, {
    open({ name, attribute }) {
      if (name === "numFmt") patterns.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(attribute("numFmtId") ?? 0);
      const pattern = patterns.get(id);
      formats.push(pattern === undefined ? builtIn(id) : formatOf(pattern));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

/** Days since the last day of 1899, counting a 29 February 1900 that never was, as text to the minute. */
export function serialText(serial: number, format: Exclude<DateFormat, null>, since1904 = false): string {
  const minutes = Math.round((since1904 ? serial + 1462 : serial) * 1440);
  const at = Temporal.PlainDateTime.from("1899-12-30").add({ minutes });
  const clock = at.toPlainTime().toString({ smallestUnit: "minute" });
  if (format === "time" && serial < 1) return clock;
  if (format === "time") return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  const date = at.toPlainDate().toString();
  return format === "both" || minutes % 1440 !== 0 ? `${date}T${clock}` : date;
}

/** Numbers that are days of this century and the last: 1954 to 2119. */
export const isSerialDay = (serial: number) => serial >= 20_000 && serial < 80_000;

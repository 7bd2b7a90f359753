import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Place, Report, ReportLine } from "./report.ts";

type Translate = Text["t"];

export function placeText({ day, room, entry }: Place, t: Translate): string {
  if (room)
    return entry > 0
      ? t("scheduleImport.report.where", { day, room, entry })
      : t("scheduleImport.report.whereRoom", { day, room });
  return entry > 0
    ? t("scheduleImport.report.whereNoRoom", { day, entry })
    : t("scheduleImport.report.whereDay", { day });
}

/** Why an entry was left, or what was mended in it; empty when it was taken as it is. */
export function remarkText(line: ReportLine, t: Translate): string {
  if (line.outcome === "left") return t(`scheduleImport.reason.${line.reason}`);
  const [first = "", ...rest] = line.notes.map((note) => t(`scheduleImport.note.${note}`)).join("; ");
  return first.toUpperCase() + rest.join("");
}

/** The report for a terminal: one line for each entry, `left  Day 1, Curie, entry 3 · Title · Why`. */
export function reportLines(lines: ReportLine[], t: Translate): string[] {
  return lines.map((line) => {
    const title = line.title || t("scheduleImport.report.untitled");
    const parts = [placeText(line.where, t), title, remarkText(line, t)].filter(Boolean);
    return `${t(`scheduleImport.cli.${line.outcome}`).padEnd(8)}${parts.join(" · ")}`;
  });
}

/** What a report says beyond its entries. */
export function reportRemarks({ zone, missing }: Report, t: Translate): string[] {
  const stillThere = missing.map(
    ({ title }) =>
      `${t("scheduleImport.cli.missing").padEnd(8)}${title} · ${t("scheduleImport.cli.stillThere")}`,
  );
  return [...stillThere, ...(zone ? [t("scheduleImport.report.zone", zone)] : [])];
}

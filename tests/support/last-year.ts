import { Temporal } from "~/platform/time.ts";

const topics = ["Locks", "Bees", "How tides work", "A letter a day", "", "Bridges; and why they sing"];

/**
 * A list as organisers keep it in a spreadsheet: a title above, Dutch headings, dates as each hand wrote them, weeks
 * without a lecture, a guest, a name written the other way round. Thursdays from September 2025, sixty rows.
 */
export function lastYearsList(names: readonly string[]): string {
  const rows = Array.from({ length: 60 }, (_, week) => {
    const date = Temporal.PlainDate.from("2025-09-11").add({ weeks: week });
    if (week === 15) return `${written(date, week)};;geen lezing (kerst)`;
    if (week === 16) return `${written(date, week)};;`;
    const name = week === 30 ? "Iris van Elders" : names[(week * 7 + (week % 5)) % names.length]!;
    const [first, ...rest] = name.split(" ");
    const turned = week === 40 && rest.length > 0 ? `${rest.join(" ")}, ${first}` : name;
    return `${written(date, week)};${turned};"${topics[week % topics.length]}"`;
  });
  return ["Koffiepraatjes 2025/2026;;", ";;", "Datum;Naam spreker;Onderwerp", ...rows].join("\r\n");
}

/** Weeks of the list in which somebody spoke. */
export const lecturesInList = 58;

function written(date: Temporal.PlainDate, week: number): string {
  const { day, month, year } = date;
  const forms = [
    date.toString(),
    `${day}-${month}-${year}`,
    `${day}/${month}/${year}`,
    date.toLocaleString("nl", { dateStyle: "long" }),
  ];
  return forms[week % forms.length]!;
}

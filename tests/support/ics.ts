import ICAL from "ical.js";

/** Unfolded content lines (RFC 5545 §3.1). */
export function linesOf(text: string): string[] {
  return text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
}

/** The first value of a property of the calendar or its events, parameters left off. */
export function propertyOf(text: string, property: string): string | undefined {
  const withoutZones = text.replace(/BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n/s, "");
  const line = linesOf(withoutZones).find((each) => each.split(/[:;]/, 1)[0] === property);
  return line?.slice(line.indexOf(":") + 1);
}

/** What a strict reader would object to; empty for a sound calendar. */
export function problemsOf(text: string): string[] {
  return [...byteProblems(text), ...structureProblems(text)];
}

function byteProblems(text: string): string[] {
  const problems: string[] = [];
  if (!text.endsWith("END:VCALENDAR\r\n")) problems.push("does not end in END:VCALENDAR and CRLF");
  if (/[^\r]\n|\r(?!\n)/.test(text)) problems.push("bare CR or LF");
  if (/(?![\r\n\t])\p{Cc}/u.test(text)) problems.push("control character");
  const bytes = Buffer.from(text, "utf8");
  if (bytes.toString("utf8") !== text) problems.push("not well-formed Unicode");
  for (const line of text.split("\r\n")) {
    const octets = Buffer.from(line, "utf8");
    if (octets.length > 75) problems.push(`line of ${octets.length} octets`);
    if (/^\p{Surrogate}|\p{Surrogate}$/u.test(line)) problems.push("fold inside a character");
  }
  return problems;
}

function structureProblems(text: string): string[] {
  const problems: string[] = [];
  const lines = linesOf(text);
  for (const line of lines) {
    if (!/^[A-Z][A-Z0-9-]*(;[A-Z0-9-]+=("[^"]*"|[^":;,]*))*:/.test(line))
      problems.push(`no content line: ${line}`);
    if (/^X-EVIL/i.test(line)) problems.push("injected property");
  }
  const named = lines.flatMap((line) => /;TZID=([^:;]+)/.exec(line)?.[1] ?? []);
  const defined = lines.flatMap((line) => /^TZID:(.*)$/.exec(line)?.[1] ?? []);
  for (const zone of named) if (!defined.includes(zone)) problems.push(`no VTIMEZONE for ${zone}`);
  const calendars = new ICAL.Component(ICAL.parse(text));
  if (calendars.name !== "vcalendar") problems.push("not one calendar");
  if (calendars.getAllSubcomponents().some(({ name }) => name !== "vevent" && name !== "vtimezone")) {
    problems.push("foreign component");
  }
  return problems;
}

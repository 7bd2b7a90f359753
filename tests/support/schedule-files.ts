import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#db/connect.ts";

const folder = join(projectRoot(), "../shared/data/schedule");

/** Real schedules of conferences, which are not part of this repository. */
export const realSchedules = {
  camp: join(folder, "frab-camp2019.json"),
  democon: join(folder, "pretalx-democon.json"),
};

export const haveRealSchedules = Object.values(realSchedules).every(existsSync);
if (!haveRealSchedules) console.log(`Left out: importing real schedules, because ${folder} is not there.`);

interface Person {
  id?: number;
  public_name?: string;
}
type Event = Record<string, unknown> & { persons: Person[] };
interface Schedule {
  schedule: {
    version: string;
    conference: {
      title: string;
      acronym: string;
      time_zone_name: string;
      days: {
        index: number;
        date: string;
        day_start: string;
        day_end: string;
        rooms: Record<string, Event[]>;
      }[];
    };
  };
}

/** The same schedule as frab and pretalx write it in XML. */
export function asXml(file: string): string {
  const { version, conference } = (JSON.parse(readFileSync(file, "utf8")) as Schedule).schedule;
  const days = conference.days.map((day) => {
    const rooms = Object.entries(day.rooms).map(
      ([name, events]) => `<room name="${escapeXml(name)}">${events.map(eventXml).join("")}</room>`,
    );
    return `<day index="${day.index}" date="${day.date}" start="${day.day_start}" end="${day.day_end}">${rooms.join("\n")}</day>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<schedule><generator name="test"/><version>${escapeXml(version)}</version>
<conference><acronym>${conference.acronym}</acronym><title>${escapeXml(conference.title)}</title>
<time_zone_name>${conference.time_zone_name}</time_zone_name></conference>
${days.join("\n")}</schedule>`;
}

const inside = [
  "room",
  "title",
  "subtitle",
  "type",
  "date",
  "start",
  "duration",
  "abstract",
  "track",
  "language",
  "description",
];

function eventXml(event: Event): string {
  const elements = inside.map((name) => `<${name}>${escapeXml(String(event[name] ?? ""))}</${name}>`);
  const persons = event.persons.map(
    ({ id, public_name }) => `<person id="${id}">${escapeXml(public_name ?? "")}</person>`,
  );
  return `<event id="${event.id}" guid="${event.guid}">${elements.join("")}<persons>${persons.join("")}</persons></event>\n`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

import type { IsoDate } from "~/platform/time.ts";
import { daysOf } from "./days.ts";
import { type Item, takesSignups } from "./item.ts";

export interface ProgrammeFilter {
  day: IsoDate | null;
  host: string | null;
  track: string | null;
  language: string | null;
  free: boolean;
  view: "grid" | "list";
}

/** What the address asks for. A value that nothing has simply finds nothing. */
export function readFilter(query: URLSearchParams): ProgrammeFilter {
  const value = (name: string) => query.get(name)?.slice(0, 200) || null;
  const day = value("day");
  return {
    day: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
    host: value("host"),
    track: value("track"),
    language: value("language"),
    free: query.get("free") === "on",
    view: query.get("view") === "list" ? "list" : "grid",
  };
}

/** The address of the programme with this filter; what is as usual is left out. */
export function filterQuery({ day, host, track, language, free, view }: ProgrammeFilter): string {
  const given = { day, host, track, language, free: free ? "on" : null, view: view === "list" ? view : null };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}

export function isNarrowed(filter: ProgrammeFilter): boolean {
  return Boolean(filter.host || filter.track || filter.language || filter.free);
}

/** The items that pass all but the day. Breaks have no host or track to ask for: they stay until a filter is set. */
export function filterItems(items: Item[], { host, track, language, free }: ProgrammeFilter): Item[] {
  return items.filter(
    (item) =>
      (!host || item.host.slug === host) &&
      (!track || item.track === track) &&
      (!language || item.language === language) &&
      (!free || (takesSignups(item) && item.seatsLeft !== 0)) &&
      (item.kind !== "break" || !(host || track || language || free)),
  );
}

export interface FilterChoices {
  hosts: { slug: string; name: string }[];
  tracks: string[];
  languages: string[];
}

/** What there is to choose from; nothing where all is alike. */
export function choicesOf(items: Item[]): FilterChoices {
  const hosts = new Map(items.map(({ host }) => [host.slug, { slug: host.slug, name: host.name }]));
  const tracks = new Set(items.flatMap((item) => item.track ?? []));
  const languages = new Set(items.filter((item) => item.kind !== "break").map((item) => item.language));
  const several = <Value>(values: Value[]) => (values.length > 1 ? values : []);
  return {
    hosts: several([...hosts.values()].sort((a, b) => a.name.localeCompare(b.name))),
    tracks: [...tracks].sort((a, b) => a.localeCompare(b)),
    languages: several([...languages].sort()),
  };
}

export interface ProgrammeDay {
  date: IsoDate;
  items: Item[];
}

/** The items by day, in the order they come in; days without one are left out. */
export function groupByDay(items: Item[], timeZone: string): ProgrammeDay[] {
  const days = new Map<IsoDate, Item[]>();
  for (const item of items) {
    for (const date of daysOf(item, timeZone)) days.set(date, [...(days.get(date) ?? []), item]);
  }
  return [...days]
    .map(([date, found]) => ({ date, items: found }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

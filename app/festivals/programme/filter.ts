import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import type { IsoDate } from "~/platform/time.ts";
import { type Item, takesSignups } from "./item.ts";
import { wordsOf } from "./search.ts";

export interface ProgrammeFilter {
  /** Null where nothing was asked for: the programme decides how much of itself it shows. */
  day: IsoDate | "all" | null;
  host: string | null;
  track: string | null;
  language: string | null;
  level: string | null;
  kind: string | null;
  free: boolean;
  favourites: boolean;
  q: string | null;
  /** Null: a grid where there is room for one, a list on a phone. */
  view: "grid" | "list" | null;
  /** A page for paper. */
  print: boolean;
}

const longestSearch = 100;

/** What the address asks for. A value that nothing has simply finds nothing. */
export function readFilter(query: URLSearchParams): ProgrammeFilter {
  const value = (name: string) => query.get(name)?.trim().slice(0, 200) || null;
  const day = value("day");
  const view = query.get("view");
  return {
    day: day === "all" || (day && /^\d{4}-\d{2}-\d{2}$/.test(day)) ? day : null,
    host: value("host"),
    track: value("track"),
    language: value("language"),
    level: value("level"),
    kind: value("kind"),
    free: query.get("free") === "on",
    favourites: query.get("favourites") === "on",
    q: value("q")?.slice(0, longestSearch) ?? null,
    view: view === "list" || view === "grid" ? view : null,
    print: query.get("print") === "on",
  };
}

/** The address of the programme with this filter; what is as usual is left out. */
export function filterQuery(filter: ProgrammeFilter): string {
  const on = (set: boolean) => (set ? "on" : null);
  const { free, favourites, print, ...rest } = filter;
  const given = { ...rest, free: on(free), favourites: on(favourites), print: on(print) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}

/** The same day and view with nothing narrowed. */
export function widened({ day, view, print }: ProgrammeFilter): ProgrammeFilter {
  return { ...readFilter(new URLSearchParams()), day, view, print };
}

export function isNarrowed(filter: ProgrammeFilter): boolean {
  const { host, track, language, level, kind, free, favourites, q } = filter;
  return Boolean(host || track || language || level || kind || free || favourites || q);
}

/** The items that pass all but the day. Breaks have no host or track to ask for: they stay until a filter is set. */
export function filterItems(items: Item[], filter: ProgrammeFilter): Item[] {
  if (!isNarrowed(filter)) return items;
  const { host, track, language, level, kind, free, favourites, q } = filter;
  const words = wordsOf(q ?? "");
  return items.filter(
    (item) =>
      item.kind !== "break" &&
      (!host || item.host.slug === host) &&
      (!track || item.track === track) &&
      (!language || item.language === language) &&
      (!level || item.level === level) &&
      (!kind || item.kind === kind) &&
      (!free || (takesSignups(item) && item.seatsLeft !== 0)) &&
      (!favourites || item.favourite) &&
      words.every((word) => item.text.includes(word)),
  );
}

export interface FilterChoices {
  hosts: { slug: string; name: string }[];
  tracks: string[];
  languages: string[];
  levels: SessionLevel[];
  kinds: SessionKind[];
}

/** What there is to choose from; nothing where all is alike. */
export function choicesOf(items: Item[]): FilterChoices {
  const hosts = new Map(items.map(({ host }) => [host.slug, { slug: host.slug, name: host.name }]));
  const tracks = new Set(items.flatMap((item) => item.track ?? []));
  const sessions = items.filter((item) => item.kind !== "break");
  const several = <Value>(values: Value[]) => (values.length > 1 ? values : []);
  return {
    hosts: several([...hosts.values()].sort((a, b) => a.name.localeCompare(b.name))),
    tracks: [...tracks].sort((a, b) => a.localeCompare(b)),
    languages: several([...new Set(sessions.map((item) => item.language))].sort()),
    levels: several([...new Set(sessions.map((item) => item.level))].sort()),
    kinds: several([...new Set(sessions.map((item) => item.kind))].sort()),
  };
}

export interface ProgrammeDay {
  date: IsoDate;
  items: Item[];
}

/** The items by day, in the order they come in; days without one are left out. */
export function groupByDay(items: Item[]): ProgrammeDay[] {
  const days = new Map<IsoDate, Item[]>();
  for (const item of items) {
    for (const date of item.days) {
      const found = days.get(date);
      if (found) found.push(item);
      else days.set(date, [item]);
    }
  }
  return [...days]
    .map(([date, found]) => ({ date, items: found }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

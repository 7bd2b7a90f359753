import type { festivals } from "~/locales/en/festivals.ts";

type Name = Exclude<keyof (typeof festivals)["organise"]["tabs"], "label">;

export interface Page {
  name: Name;
  /** Below `/festivals/:festival/organise`. */
  path: string;
}

/** Pages that belong together, in the order in which an organiser comes to them. */
export interface Area {
  name: Name;
  pages: readonly [Page, ...Page[]];
}

export const areas: readonly [Area, ...Area[]] = [
  { name: "overview", pages: [{ name: "overview", path: "" }] },
  { name: "hosts", pages: [{ name: "hosts", path: "/hosts" }] },
  {
    name: "call",
    pages: [
      { name: "callText", path: "/call" },
      { name: "proposals", path: "/proposals" },
      { name: "mails", path: "/proposals/mails" },
      { name: "tracks", path: "/tracks" },
    ],
  },
  { name: "venue", pages: [{ name: "venue", path: "/venue" }] },
  {
    name: "programme",
    pages: [
      { name: "sessions", path: "/sessions" },
      { name: "timetable", path: "/timetable" },
      { name: "placing", path: "/placing" },
      { name: "conflicts", path: "/conflicts" },
    ],
  },
  {
    name: "signups",
    pages: [
      { name: "signups", path: "/signups" },
      { name: "attendees", path: "/attendees" },
      { name: "seats", path: "/seats" },
      { name: "ballot", path: "/ballot" },
      { name: "door", path: "/door" },
      { name: "messages", path: "/messages" },
    ],
  },
  { name: "releases", pages: [{ name: "releases", path: "/releases" }] },
  {
    name: "files",
    pages: [
      { name: "import", path: "/import" },
      { name: "embed", path: "/embed" },
      { name: "export", path: "/export" },
    ],
  },
  {
    name: "settings",
    pages: [
      { name: "settings", path: "/settings" },
      { name: "edition", path: "/edition" },
    ],
  },
];

/** Where an address below `/organise` stands: the page it is, or the nearest above it. */
export function areaOf(path: string): { area: Area; page: Page } {
  const within = (page: Page) => path === page.path || path.startsWith(`${page.path}/`);
  const found = areas
    .flatMap((area) => area.pages.map((page) => ({ area, page })))
    .filter(({ page }) => within(page))
    .sort((a, b) => b.page.path.length - a.page.path.length)[0];
  return found ?? { area: areas[0], page: areas[0].pages[0] };
}

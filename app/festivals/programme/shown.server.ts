import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Instant } from "~/platform/time.ts";
import { themedColours } from "~/ui/contrast.ts";
import { cardWriter } from "./card-html.ts";
import { dayHtml } from "./day-html.ts";
import type { ProgrammeFilter } from "./filter.ts";
import type { Item, Standing as Own } from "./item.ts";
import type { Facts, Standing } from "./programme.server.ts";
import { buildProgramme } from "./programme.ts";
import type { ShownProgramme } from "./programme-view.tsx";

/** What this reader has of the sessions; nothing for a stranger. */
export interface Reader {
  /** By the id of the session. */
  standings: Record<string, Own>;
  /** Numbers of sessions. */
  marks: ReadonlySet<number>;
}

export const stranger: Reader = { standings: {}, marks: new Set() };

export interface Showing {
  filter: ProgrammeFilter;
  text: Text;
  now: Instant;
  reader: Reader;
  /** The site to put in front of links, where the programme is framed elsewhere. */
  framedFrom?: string;
}

/** The programme as this reader sees it now. What a release fixes was written before; seats and hours are filled in. */
export function showProgramme(
  standing: Standing,
  { filter, text, now, reader, framedFrom }: Showing,
): ShownProgramme | null {
  const { facts } = standing;
  if (facts.plan.items.length === 0) return null;
  const { card, heads, colours } = writingOf(facts, text, framedFrom);
  const items = currentItems(standing, reader);
  const { days, ...programme } = buildProgramme(facts.plan, items, filter, now);
  const frame = {
    text,
    timeZone: facts.festival.timeZone,
    items,
    card,
    heads,
    now: now.toString(),
    nowAt: programme.nowAt,
    asGrid: filter.view === "grid",
  };
  return { ...programme, colours, html: days.map((day) => dayHtml(day, frame)).join("") };
}

/** The items with the seats there are now and what the reader has of them. */
export function currentItems({ facts, seats }: Standing, { standings, marks }: Reader): Item[] {
  return facts.plan.items.map((item) => {
    const seatsLeft = seats[item.index] ?? null;
    const standing = standings[item.id] ?? null;
    const favourite = marks.has(item.number);
    if (seatsLeft === item.seatsLeft && !standing && !favourite) return item;
    return { ...item, seatsLeft, standing, favourite };
  });
}

interface Writing {
  card: ReturnType<typeof cardWriter>;
  heads: Map<string, string>;
  colours: Record<string, string>;
}

function writingOf(facts: Facts, text: Text, framedFrom: string | undefined): Writing {
  const key = `writing ${text.locale} ${framedFrom ?? ""}`;
  const known = facts.made.get(key) as Writing | undefined;
  if (known) return known;
  const { plan, festival } = facts;
  const hosts = [...new Map(plan.items.map(({ host }) => [host.slug, host])).values()];
  const frame = {
    base: `${framedFrom ?? ""}/festivals/${festival.slug}`,
    timeZone: festival.timeZone,
    multilingual: plan.multilingual,
    colours: new Map(hosts.map(({ slug }, index) => [slug, index])),
    framed: framedFrom !== undefined,
  };
  const writing: Writing = {
    card: cardWriter(frame, text),
    heads: new Map(),
    colours: Object.fromEntries(hosts.map(({ colour }, index) => [`--h${index}`, lightDark(colour)])),
  };
  facts.made.set(key, writing);
  return writing;
}

function lightDark(colour: string): string {
  const { light, dark } = themedColours(colour);
  return `light-dark(${light},${dark})`;
}

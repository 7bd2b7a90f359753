import ical, { escape as escapeText } from "ical-generator";
import { product } from "~/platform/product.ts";
import { type CalendarEntry, renderEvent, zoneOf } from "./event.ts";
import { cleanLine } from "./text.ts";
import { zoneBlock } from "./zones.ts";

export interface FeedHead {
  name: string;
  /** `#rrggbb`, or null for the reader's own choice. */
  colour: string | null;
}

const refreshSeconds = 3600;
const close = "END:VCALENDAR\r\n";

interface Kept {
  block: string;
  zone: string | null;
}

/** Rendered VEVENTs, found by their whole content: a pure cache, in which the oldest make room. */
const kept = new Map<string, Kept>();
const mostKept = 10_000;

/** Puts a feed together: head, the zones used, the events in the order given. No METHOD, so clients take it as a calendar. */
function assembleFeed(head: FeedHead, events: Kept[]): string {
  const zones = [...new Set(events.map((event) => event.zone))].filter((zone) => zone !== null).sort();
  return [feedHead(head), ...zones.map(zoneBlock), ...events.map((event) => event.block), close].join("");
}

/** Renders what is not kept yet, in slices, so that a large feed never holds up other requests for long. */
export async function renderFeed(head: FeedHead, entries: CalendarEntry[]): Promise<string> {
  const events: Kept[] = [];
  let rendered = 0;
  for (const entry of entries) {
    const key = JSON.stringify(entry);
    const found = kept.get(key);
    events.push(found ?? keep(key, entry));
    if (found || ++rendered % slice) continue;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return assembleFeed(head, events);
}

const slice = 8;

function keep(key: string, entry: CalendarEntry): Kept {
  const made = { block: renderEvent(entry), zone: zoneOf(entry) };
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, made);
  return made;
}

function feedHead({ name, colour }: FeedHead): string {
  const calendar = ical({
    prodId: { company: product.name, product: "Calendar", language: "EN" },
    // ical-generator escapes neither the name nor the colour.
    name: escapeText(cleanLine(name) || product.name, false),
    ttl: refreshSeconds,
  });
  if (colour && /^#[0-9a-f]{6}$/i.test(colour)) calendar.color(colour);
  const text = calendar.toString();
  return text.slice(0, text.lastIndexOf("END:VCALENDAR"));
}

import { sessionLevels } from "#db/schema/sessions.ts";
import type { ReviewRow } from "./row.ts";
import { largeSpread } from "./scores.ts";

export const reviewStates = [
  "all",
  "undecided",
  "accepted",
  "confirmed",
  "unconfirmed",
  "reserve",
  "declined",
  "withdrawn",
  "untold",
] as const;
export const reviewReads = ["all", "mine", "host", "spread"] as const;
export const reviewOrders = ["came", "score", "spread", "reviews", "title", "host"] as const;

/** What the overview shows, as it stands in its address; null: any. */
export interface ReviewFilter {
  state: (typeof reviewStates)[number];
  /** `mine`: not yet read by me; `host`: by nobody of my host; `spread`: they disagree. */
  read: (typeof reviewReads)[number];
  host: string | null;
  track: string | null;
  format: string | null;
  language: string | null;
  level: (typeof sessionLevels)[number] | null;
  text: string;
  order: (typeof reviewOrders)[number];
}

export const noFilter: ReviewFilter = {
  ...{ state: "all", read: "all", order: "came", text: "" },
  ...{ host: null, track: null, format: null, language: null, level: null },
};

export function readReviewFilter(query: URLSearchParams): ReviewFilter {
  return {
    state: reviewStates.find((state) => state === query.get("state")) ?? "all",
    read: reviewReads.find((read) => read === query.get("read")) ?? "all",
    host: query.get("host") || null,
    track: query.get("track") || null,
    format: query.get("format") || null,
    language: query.get("language") || null,
    level: sessionLevels.find((level) => level === query.get("level")) ?? null,
    text: (query.get("q") ?? "").slice(0, 100).trim(),
    order: reviewOrders.find((order) => order === query.get("order")) ?? "came",
  };
}

/** What of an address goes along to the page of one proposal, so that "next" keeps to the same selection. */
export function filterQuery(filter: ReviewFilter): string {
  const { text, ...rest } = filter;
  const entries = Object.entries({ ...rest, q: text }).filter(
    ([key, value]) => value && value !== noFilter[key as keyof ReviewFilter],
  );
  const query = new URLSearchParams(entries as [string, string][]).toString();
  return query && `?${query}`;
}

/** The rows that pass, in the order asked for; what is unknown or kept from the viewer comes last. */
export function selectRows(rows: readonly ReviewRow[], filter: ReviewFilter): ReviewRow[] {
  const order = orders[filter.order];
  return rows
    .filter((row) => passes(row, filter))
    .map((row, index) => ({ row, index }))
    .sort((a, b) => order(a.row, b.row) || a.index - b.index)
    .map(({ row }) => row);
}

function passes(row: ReviewRow, filter: ReviewFilter): boolean {
  return (
    inState(row, filter.state) &&
    isRead(row, filter.read) &&
    (!filter.host || row.organisation.slug === filter.host) &&
    (!filter.track || row.track?.id === filter.track) &&
    (!filter.format || row.format?.id === filter.format) &&
    (!filter.language || row.language === filter.language) &&
    (!filter.level || row.level === filter.level) &&
    (!filter.text || found(row, filter.text))
  );
}

function inState(row: ReviewRow, state: ReviewFilter["state"]): boolean {
  switch (state) {
    case "all":
      return true;
    case "undecided":
      return row.status === "submitted";
    case "unconfirmed":
      return row.status === "accepted" && row.told === "told";
    case "untold":
      return row.told === "untold" || row.told === "changed";
    case "accepted":
      return row.status === "accepted" || row.status === "confirmed";
    default:
      return row.status === state;
  }
}

function isRead(row: ReviewRow, read: ReviewFilter["read"]): boolean {
  if (read === "mine") return row.mine === "to-review";
  if (read === "host") return row.byMyHost === 0;
  if (read === "spread") return (row.spread ?? 0) >= largeSpread;
  return true;
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Every word of the search stands in the title or in a name. */
function found(row: ReviewRow, text: string): boolean {
  const searched = plain([row.title, row.proposer, ...row.speakers, row.organisation.name].join(" "));
  return plain(text)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

type Order = (a: ReviewRow, b: ReviewRow) => number;

const falling =
  (value: (row: ReviewRow) => number | null): Order =>
  (a, b) =>
    (value(b) ?? Number.NEGATIVE_INFINITY) - (value(a) ?? Number.NEGATIVE_INFINITY) || 0;

const orders: Record<ReviewFilter["order"], Order> = {
  came: () => 0,
  score: falling((row) => row.mean),
  spread: falling((row) => row.spread),
  reviews: (a, b) => reviewsOf(a) - reviewsOf(b),
  title: (a, b) => a.title.localeCompare(b.title),
  host: (a, b) => a.organisation.name.localeCompare(b.organisation.name),
};

export const reviewsOf = (row: Pick<ReviewRow, "hosts">) =>
  row.hosts.reduce((sum, { reviews }) => sum + reviews, 0);

/** The neighbours of a proposal among those the viewer has still to review, going round at the ends. */
export function neighboursOf(
  rows: readonly Pick<ReviewRow, "id" | "mine">[],
  id: string,
): { previous: string | null; next: string | null } {
  const at = rows.findIndex((row) => row.id === id);
  const around = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  const left = around.filter((row) => row.mine === "to-review");
  return { next: left[0]?.id ?? null, previous: left.at(-1)?.id ?? null };
}

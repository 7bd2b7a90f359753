import { type SignupStatus, signupStatuses } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";

/** `without`: no seat in what is chosen, whether they asked or not; `waiting`: they wait and have none. */
export const shows = ["all", "without", "waiting", "placed"] as const;
export const orders = ["name", "session", "latest"] as const;
/** Who gave up stands in no list. */
export const listedStatuses = signupStatuses.filter((status) => status !== "cancelled");

/** What the list of attendees shows, as it stands in its address; null: any. */
export interface AttendeeFilter {
  text: string;
  status: SignupStatus | null;
  session: string | null;
  /** When a time slot begins. */
  slot: IsoInstant | null;
  /** Slug of the organisation whose session it is. */
  host: string | null;
  show: (typeof shows)[number];
  order: (typeof orders)[number];
  /** From 1. */
  page: number;
}

export const noFilter: AttendeeFilter = {
  ...{ text: "", status: null, session: null, slot: null, host: null },
  ...{ show: "all", order: "name", page: 1 },
};

export function readAttendeeFilter(query: URLSearchParams): AttendeeFilter {
  const page = Number(query.get("page"));
  return {
    text: (query.get("q") ?? "").slice(0, 100).trim(),
    status: listedStatuses.find((status) => status === query.get("status")) ?? null,
    session: query.get("session") || null,
    slot: query.get("slot") || null,
    host: query.get("host") || null,
    show: shows.find((show) => show === query.get("show")) ?? "all",
    order: orders.find((order) => order === query.get("order")) ?? "name",
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** `?status=waiting&page=2`; empty where nothing was chosen. */
export function attendeeQuery(filter: Partial<AttendeeFilter>): string {
  const { text, ...rest } = { ...noFilter, ...filter };
  const entries = Object.entries({ q: text, ...rest }).filter(
    ([key, value]) => value && value !== noFilter[key as keyof AttendeeFilter],
  );
  const query = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return query && `?${query}`;
}

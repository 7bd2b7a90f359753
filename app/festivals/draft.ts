import type { DraftSpeaker } from "#db/schema/festivals.ts";
import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import type { IsoDateTime } from "~/platform/time.ts";

/** A session as it is being worked on, with the names a page needs. */
export interface Draft {
  id: string;
  organisationId: string;
  organisation: { name: string; slug: string; colour: string };
  kind: SessionKind;
  title: string;
  abstract: string;
  language: string;
  trackId: string | null;
  trackName: string | null;
  roomId: string | null;
  roomName: string | null;
  place: string;
  /** Wall-clock time in the festival's zone; null while it has none. */
  startsLocal: IsoDateTime | null;
  /** The zone attendees are told it by, where that is not the festival's. */
  timeZone: string | null;
  durationMinutes: number;
  allDay: boolean;
  capacity: number | null;
  speakers: DraftSpeaker[];
  proposalId: string | null;
  level: SessionLevel;
  /** What it cannot do without, one thing a line or comma. */
  equipment: string;
  /** Left where it is when the rest is placed automatically. */
  pinned: boolean;
  /** Rises with every change. */
  version: number;
  cancelled: boolean;
  /** Attendees know it: it was released and is not cancelled. */
  released: boolean;
  seatsTaken: number;
}

export const draftStates = ["all", "no-time", "no-room", "no-speaker", "conflicts", "cancelled"] as const;
export const draftOrders = ["time", "title", "host"] as const;

export interface DraftFilter {
  state: (typeof draftStates)[number];
  host: string | null;
  track: string | null;
  order: (typeof draftOrders)[number];
}

export function readDraftFilter(query: URLSearchParams): DraftFilter {
  return {
    state: draftStates.find((state) => state === query.get("state")) ?? "all",
    host: query.get("host") || null,
    track: query.get("track") || null,
    order: draftOrders.find((order) => order === query.get("order")) ?? "time",
  };
}

export const lacksTime = (draft: Draft) => !draft.cancelled && draft.startsLocal === null;
export const lacksRoom = (draft: Draft) => !draft.cancelled && draft.roomId === null && draft.place === "";
/** Workshops and talks are given by somebody; a break or an open house need not be. */
export const lacksSpeaker = (draft: Draft) =>
  !draft.cancelled && (draft.kind === "workshop" || draft.kind === "talk") && draft.speakers.length === 0;

/** The drafts that pass the filter, those without a time first. `inConflict` are the ids with something to settle. */
export function filterDrafts(
  drafts: Draft[],
  { state, host, track, order }: DraftFilter,
  inConflict: ReadonlySet<string>,
): Draft[] {
  const passes = {
    all: () => true,
    "no-time": lacksTime,
    "no-room": lacksRoom,
    "no-speaker": lacksSpeaker,
    conflicts: (draft: Draft) => inConflict.has(draft.id),
    cancelled: (draft: Draft) => draft.cancelled,
  }[state];
  const sortKey = {
    time: (draft: Draft) => `${draft.startsLocal ?? ""} ${draft.title}`,
    title: (draft: Draft) => draft.title,
    host: (draft: Draft) => `${draft.organisation.name} ${draft.startsLocal ?? ""}`,
  }[order];
  return drafts
    .filter((draft) => passes(draft) && (!host || draft.organisation.slug === host))
    .filter((draft) => !track || draft.trackId === track)
    .sort((a, b) => Number(lacksTime(b)) - Number(lacksTime(a)) || sortKey(a).localeCompare(sortKey(b)));
}

/** The organisations whose sessions stand in the draft, hosts or not any more. */
export function hostsOf(drafts: Draft[]): { slug: string; name: string }[] {
  const hosts = new Map(drafts.map(({ organisation }) => [organisation.slug, organisation.name]));
  return [...hosts].map(([slug, name]) => ({ slug, name })).sort((a, b) => a.name.localeCompare(b.name));
}

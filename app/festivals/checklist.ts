import type { Conflict } from "./conflicts.ts";
import { type Draft, lacksRoom, lacksSpeaker, lacksTime } from "./draft.ts";
import type { Festival } from "./festival.ts";

export interface ChecklistFacts {
  festival: Pick<Festival, "hosts" | "status">;
  rooms: number;
  drafts: Draft[];
  conflicts: Conflict[];
  /** Organisations that are not here yet and were asked by mail. */
  askedByMail?: string[];
  releases: number;
  /** Changes that attendees do not know yet. */
  pending: number;
  /** What is known of the call for workshops; null where there is none. */
  call: CallFacts | null;
  /** Where seats go by wishes: whether everybody was asked for them. */
  ballot?: { made: boolean } | null;
}

export interface CallFacts {
  formats: number;
  undecided: number;
  /** Decided, and the speakers were not told of it. */
  untold: number;
  /** Told that it is accepted, and not confirmed by all who give it. */
  unconfirmed: number;
}

export type ChecklistId =
  | "hosts"
  | "alone"
  | "rooms"
  | "formats"
  | "proposals"
  | "untold"
  | "unconfirmed"
  | "sessions"
  | "times"
  | "places"
  | "speakers"
  | "roomClashes"
  | "speakerClashes"
  | "outside"
  | "crowded"
  | "release"
  | "ballot";

export interface ChecklistItem {
  id: ChecklistId;
  done: boolean;
  /** How many are missing or wrong. */
  count: number;
  /** Where to put it right, below the festival's `organise`. */
  to: string;
  /** Who is waited for. */
  names: string[];
}

/** What is left to do before attendees can rely on the programme, in the order in which one does it. */
export function checklist({
  festival,
  rooms,
  drafts,
  conflicts,
  askedByMail = [],
  releases,
  pending,
  call,
  ballot = null,
}: ChecklistFacts): ChecklistItem[] {
  const count = (id: ChecklistId, to: string, missing: number): ChecklistItem => ({
    ...{ id, to, count: missing, names: [] },
    done: missing === 0,
  });
  const kind = (wanted: Conflict["kind"]) => conflicts.filter((conflict) => conflict.kind === wanted).length;
  const asked = festival.hosts
    .filter((host) => host.status === "invited")
    .map((host) => host.organisation.name)
    .concat(askedByMail);
  const found = (id: ChecklistId, wanted: Conflict["kind"]) =>
    kind(wanted) > 0 ? [count(id, "sessions?state=conflicts", kind(wanted))] : [];
  const ofDrafts = [
    count("times", "sessions?state=no-time", drafts.filter(lacksTime).length),
    count("places", "sessions?state=no-room", drafts.filter(lacksRoom).length),
    count("speakers", "sessions?state=no-speaker", drafts.filter(lacksSpeaker).length),
    ...found("roomClashes", "room"),
    ...found("speakerClashes", "speaker"),
    ...found("outside", "outside"),
    ...found("crowded", "capacity"),
  ];
  const ofCall = ({ formats, undecided, untold, unconfirmed }: CallFacts): ChecklistItem[] => [
    { id: "formats", done: formats > 0, count: formats, to: "call#formats", names: [] },
    count("proposals", "proposals", undecided),
    ...(untold > 0 ? [count("untold", "proposals/mails", untold)] : []),
    ...(unconfirmed > 0 ? [count("unconfirmed", "proposals?state=unconfirmed", unconfirmed)] : []),
  ];
  const accepted = festival.hosts.filter((host) => host.status === "accepted").length;
  const hosts = asked.length === 0 && accepted === 1 ? "alone" : "hosts";
  return [
    { ...count(hosts, "hosts", asked.length), names: asked },
    { id: "rooms", done: rooms > 0, count: rooms, to: "venue", names: [] },
    ...(call ? ofCall(call) : []),
    { id: "sessions", done: drafts.length > 0, count: drafts.length, to: "sessions", names: [] },
    ...(drafts.length > 0 ? ofDrafts : []),
    { id: "release", done: releases > 0 && pending === 0, count: pending, to: "releases", names: [] },
    ...(ballot ? [{ id: "ballot" as const, done: ballot.made, count: 0, to: "ballot", names: [] }] : []),
  ];
}

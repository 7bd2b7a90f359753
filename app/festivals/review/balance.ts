import type { ReviewRow } from "./row.ts";

export const balanceKinds = ["host", "track", "language", "level"] as const;
export type BalanceKind = (typeof balanceKinds)[number];

/** A part of the programme as it would be with what is accepted now. */
export interface BalanceLine {
  key: string;
  /** Of a host or a track; the others are named by the page. */
  name: string;
  colour: string | null;
  /** Taken back ones aside. */
  submitted: number;
  accepted: number;
  /** Of what is accepted. */
  minutes: number;
  /** What the rooms of this host offer; null where that is no measure. */
  available: number | null;
}

export interface Balance {
  submitted: number;
  accepted: number;
  minutes: number;
  available: number;
  /** Proposals whose length is unknown, so that `minutes` is too low. */
  withoutLength: number;
  parts: Record<BalanceKind, BalanceLine[]>;
}

interface Capacity {
  /** Minutes the rooms of each organisation offer in all days of the festival. */
  roomMinutes: ReadonlyMap<string, number>;
  /** In their order, so that a host without a proposal is seen too. */
  hosts: readonly { id: string; name: string; colour: string }[];
  tracks: readonly { id: string; name: string; colour: string }[];
}

/** How what is proposed and accepted is spread over hosts, tracks, languages and levels. */
export function balanceOf(all: readonly ReviewRow[], { roomMinutes, hosts, tracks }: Capacity): Balance {
  const rows = all.filter(({ status }) => status !== "withdrawn" && status !== "draft");
  const parts: Record<BalanceKind, (row: ReviewRow) => Part> = {
    host: ({ organisation }) => [organisation.id, organisation.name, organisation.colour],
    track: ({ track }) => [track?.id ?? "", track?.name ?? "", track?.colour ?? null],
    language: ({ language }) => [language, "", null],
    level: ({ level }) => [level, "", null],
  };
  const known: Partial<Record<BalanceKind, Part[]>> = { host: hosts.map(partOf), track: tracks.map(partOf) };
  const lines = (kind: BalanceKind) =>
    groups(rows, parts[kind], known[kind] ?? []).map(({ part: [key, name, colour], members }) => ({
      ...{ key, name, colour },
      ...countsOf(members),
      available: kind === "host" ? (roomMinutes.get(key) ?? 0) : null,
    }));
  return {
    ...countsOf(rows),
    available: [...roomMinutes.values()].reduce((sum, minutes) => sum + minutes, 0),
    withoutLength: rows.filter((row) => isAccepted(row) && row.minutes === null).length,
    parts: { host: lines("host"), track: lines("track"), language: lines("language"), level: lines("level") },
  };
}

type Part = [key: string, name: string, colour: string | null];

const partOf = ({ id, name, colour }: { id: string; name: string; colour: string }): Part => [
  id,
  name,
  colour,
];

const isAccepted = ({ status }: ReviewRow) => status === "accepted" || status === "confirmed";

function countsOf(rows: readonly ReviewRow[]) {
  const accepted = rows.filter(isAccepted);
  const minutes = accepted.reduce((sum, row) => sum + (row.minutes ?? 0), 0);
  return { submitted: rows.length, accepted: accepted.length, minutes };
}

function groups(rows: readonly ReviewRow[], partOfRow: (row: ReviewRow) => Part, known: Part[]) {
  const found = new Map(known.map((part) => [part[0], { part, members: [] as ReviewRow[] }]));
  for (const row of rows) {
    const part = partOfRow(row);
    const group = found.get(part[0]) ?? { part, members: [] };
    group.members.push(row);
    found.set(part[0], group);
  }
  return [...found.values()];
}

/** What one room is reckoned to offer in a day: eight hours, breaks among them. */
export const minutesPerRoomAndDay = 8 * 60;

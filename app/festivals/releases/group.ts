import type { Aspect, Change } from "../diff.ts";

/** What readers look for first, and how the list is divided. A session stands in the first that fits it. */
export const changeGroups = [
  "cancelled",
  "added",
  "time",
  "room",
  "title",
  "speakers",
  "capacity",
  "details",
] as const;
export type ChangeGroup = (typeof changeGroups)[number];

export interface ChangeFilter {
  kind: ChangeGroup | null;
  /** The id of an organisation. */
  host: string | null;
}

export const everyChange: ChangeFilter = { kind: null, host: null };

export function readChangeFilter(query: URLSearchParams): ChangeFilter {
  return {
    kind: changeGroups.find((kind) => kind === query.get("kind")) ?? null,
    host: query.get("host") || null,
  };
}

/** A moved session that is renamed too passes for both. */
export function filterChanges(changes: Change[], { kind, host }: ChangeFilter): Change[] {
  return changes
    .filter((change) => kind === null || groupsOf(change).includes(kind))
    .filter((change) => host === null || change.session.organisationId === host);
}

/** Every change once, under the first of its groups; groups without one are left out. */
export function groupChanges(changes: Change[]): { group: ChangeGroup; changes: Change[] }[] {
  return changeGroups
    .map((group) => ({ group, changes: changes.filter((change) => groupsOf(change)[0] === group) }))
    .filter((one) => one.changes.length > 0);
}

function groupsOf(change: Change): ChangeGroup[] {
  if (change.kind !== "changed") return [change.kind];
  return changeGroups.filter((group) => change.aspects.includes(group as Aspect));
}

import type { Member, Roster } from "./roster.server.ts";

/** Somebody's place on a roster, left or not. */
export function memberOf({ members }: Pick<Roster, "members">, personId: string): Member | undefined {
  return members.find((member) => member.personId === personId);
}

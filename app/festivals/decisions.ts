import type { DecisionKind, FestivalStatus } from "#db/schema/festivals.ts";

/** Which decisions explain the state a festival is in; the last of them is the one. */
export function decisionsBehind({
  status,
  postponedAt,
  archivedAt,
}: {
  status: FestivalStatus;
  postponedAt: string | null;
  archivedAt: string | null;
}): DecisionKind[] {
  if (status === "cancelled") return ["cancelled"];
  if (archivedAt) return ["archived"];
  if (postponedAt) return ["postponed"];
  if (status === "released" || status === "over")
    return ["released", "rolled-back", "rescheduled", "reinstated"];
  return status === "calling" ? ["call-opened", "call-closed", "reinstated"] : ["created"];
}

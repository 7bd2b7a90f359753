import { and, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { type DecisionKind, festivalDecisions } from "#db/schema/index.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import type { HandlerDeps } from "~/platform/events.server.ts";
import type { Announced } from "./news-mail.ts";

export interface Announcement {
  decisionId: number;
  what: Announced["what"];
  festival: Festival;
}

const announced = ["cancelled", "postponed", "rescheduled", "reinstated"] as const satisfies DecisionKind[];

/** The decision, unless a later one of the kind replaced it: then that one is told instead. */
export async function findAnnouncement(
  tx: Database,
  festivalId: string,
  decisionId: number,
): Promise<Announcement | null> {
  const [latest] = await tx
    .select({ id: festivalDecisions.id, kind: festivalDecisions.kind })
    .from(festivalDecisions)
    .where(and(eq(festivalDecisions.festivalId, festivalId), inArray(festivalDecisions.kind, announced)))
    .orderBy(desc(festivalDecisions.id))
    .limit(1);
  const what = announced.find((kind) => kind === latest?.kind);
  const festival = latest?.id === decisionId ? await findFestivalById(tx, festivalId) : null;
  return what && festival ? { decisionId, what, festival } : null;
}

export function announcedOf(
  { what, festival }: Announcement,
  { config }: Pick<HandlerDeps, "config">,
): Announced {
  const { name, announcement, startsOn, endsOn, slug } = festival;
  const url = `${config.publicUrl}/festivals/${slug}`;
  return { what, festival: name, message: announcement, startsOn, endsOn, url };
}

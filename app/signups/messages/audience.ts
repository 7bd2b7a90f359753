import type { Audience } from "#db/schema/messages.ts";
import { mayLeadFestival, mayOrganiseFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import { belongsTo, type Standing } from "~/people/access.ts";
import { isUuid } from "~/platform/ids.ts";
import { type IsoInstant, Temporal } from "~/platform/time.ts";

export type { Audience };

/** An audience as a form sends it: `festival`, `session:…`, `slot:…` or `host:…`. */
export function audienceKey(audience: Audience): string {
  switch (audience.kind) {
    case "festival":
      return "festival";
    case "session":
      return `session:${audience.sessionId}`;
    case "slot":
      return `slot:${audience.startsAt}`;
    case "host":
      return `host:${audience.organisationId}`;
  }
}

/** Null for anything that names no audience. */
export function parseAudience(key: string): Audience | null {
  const [kind, ...rest] = key.split(":");
  const what = rest.join(":");
  if (kind === "festival" && what === "") return { kind };
  if (kind === "session" && isUuid(what)) return { kind, sessionId: what };
  if (kind === "host" && isUuid(what)) return { kind, organisationId: what };
  if (kind === "slot" && isInstant(what)) return { kind, startsAt: what };
  return null;
}

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** What the rule has to know of a session. */
export interface SessionOfHost {
  id: string;
  organisationId: string;
  startsAt: IsoInstant;
}

/**
 * The lead writes to all. A host's organisers write to those who come to their own sessions and to their own people; a
 * time slot is theirs where every session in it is.
 */
export function mayWriteTo(
  viewer: Standing | null,
  festival: Festival,
  audience: Audience,
  sessions: readonly SessionOfHost[],
): boolean {
  if (mayLeadFestival(viewer, festival)) return true;
  if (!mayOrganiseFestival(viewer, festival)) return false;
  const own = (session: SessionOfHost) => belongsTo(viewer, session.organisationId);
  switch (audience.kind) {
    case "festival":
      return false;
    case "host":
      return belongsTo(viewer, audience.organisationId);
    case "session":
      return sessions.some((session) => session.id === audience.sessionId && own(session));
    case "slot": {
      const inSlot = sessions.filter(({ startsAt }) => startsAt === audience.startsAt);
      return inSlot.length > 0 && inSlot.every(own);
    }
  }
}

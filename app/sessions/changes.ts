import type { SessionKind, SessionLevel, SessionStatus } from "#db/schema/sessions.ts";
import type { IsoDateTime } from "~/platform/time.ts";

/** What attendees can see of a session and an organiser may change; capacity is changed by sign-ups. */
export interface SessionFields {
  organisationId: string;
  kind: SessionKind;
  title: string;
  abstract: string;
  language: string;
  trackId: string | null;
  roomId: string | null;
  place: string;
  startsLocal: IsoDateTime;
  timeZone: string;
  durationMinutes: number;
  allDay: boolean;
  status: SessionStatus;
  proposalId: string | null;
  level: SessionLevel;
}

/** What a `session.changed` event says. */
export type Aspect = "created" | "status" | "time" | "place" | "title" | "speakers" | "details";

const aspectOf: Record<keyof SessionFields, Aspect> = {
  status: "status",
  startsLocal: "time",
  timeZone: "time",
  durationMinutes: "time",
  allDay: "time",
  roomId: "place",
  place: "place",
  title: "title",
  organisationId: "details",
  kind: "details",
  abstract: "details",
  language: "details",
  trackId: "details",
  proposalId: "details",
  level: "details",
};

/** The fields of a patch that really differ. */
export function differences(before: SessionFields, patch: Partial<SessionFields>): Partial<SessionFields> {
  const fields = (Object.keys(aspectOf) as (keyof SessionFields)[]).filter(
    (field) => patch[field] !== undefined && patch[field] !== before[field],
  );
  return Object.fromEntries(fields.map((field) => [field, patch[field]]));
}

/** What the fields of a patch are about, each aspect once. */
export function aspectsOf(patch: Partial<SessionFields>): Aspect[] {
  return [...new Set((Object.keys(patch) as (keyof SessionFields)[]).map((field) => aspectOf[field]))];
}

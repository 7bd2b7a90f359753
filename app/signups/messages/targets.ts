import type { Festival } from "~/festivals/festival.ts";
import type { Standing } from "~/people/access.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { type Audience, audienceKey, mayWriteTo } from "./audience.ts";

/** An audience with what it takes to name it. */
export type Target =
  | { kind: "festival"; name: string }
  | {
      kind: "session";
      title: string;
      startsAt: IsoInstant;
      endsAt: IsoInstant;
      timeZone: string;
      allDay: boolean;
    }
  | { kind: "slot"; startsAt: IsoInstant; endsAt: IsoInstant; timeZone: string; sessions: number }
  | { kind: "host"; name: string }
  | { kind: "gone" };

type Timed = Pick<
  Session,
  "id" | "organisationId" | "title" | "startsAt" | "endsAt" | "timeZone" | "allDay" | "status" | "kind"
>;

export function targetOf(audience: Audience, festival: Festival, sessions: readonly Timed[]): Target {
  switch (audience.kind) {
    case "festival":
      return { kind: "festival", name: festival.name };
    case "host": {
      const host = festival.hosts.find(({ organisation }) => organisation.id === audience.organisationId);
      return host ? { kind: "host", name: host.organisation.name } : { kind: "gone" };
    }
    case "session": {
      const session = sessions.find(({ id }) => id === audience.sessionId);
      if (!session) return { kind: "gone" };
      const { title, startsAt, endsAt, timeZone, allDay } = session;
      return { kind: "session", title, startsAt, endsAt, timeZone, allDay };
    }
    case "slot": {
      const inSlot = sessions.filter((one) => one.startsAt === audience.startsAt && canBeAttended(one));
      const [first] = inSlot;
      if (!first) return { kind: "gone" };
      const endsAt = inSlot.map((one) => one.endsAt).reduce((a, b) => (a > b ? a : b));
      const { startsAt, timeZone } = first;
      return { kind: "slot", startsAt, endsAt, timeZone, sessions: inSlot.length };
    }
  }
}

/** Nobody signs up for a break. */
const canBeAttended = ({ kind, status, allDay }: Timed) =>
  kind !== "break" && status !== "cancelled" && !allDay;

/** Everybody this organiser may write to, each with its key: the widest first, sessions in order of time. */
export function listTargets(
  viewer: Standing,
  festival: Festival,
  sessions: readonly Timed[],
): { key: string; target: Target }[] {
  const hosts = festival.hosts.filter(({ status }) => status === "accepted" || status === "left");
  const attended = sessions.filter(({ kind }) => kind !== "break");
  const starts = [...new Set(attended.filter(canBeAttended).map(({ startsAt }) => startsAt))];
  const all: Audience[] = [
    { kind: "festival" },
    ...hosts.map(({ organisation }) => ({ kind: "host" as const, organisationId: organisation.id })),
    ...starts.map((startsAt) => ({ kind: "slot" as const, startsAt })),
    ...attended.map(({ id }) => ({ kind: "session" as const, sessionId: id })),
  ];
  return all
    .filter((audience) => mayWriteTo(viewer, festival, audience, sessions))
    .map((audience) => ({ key: audienceKey(audience), target: targetOf(audience, festival, sessions) }));
}

import type {
  ConflictKind,
  ConflictLevel,
  FestivalStatus,
  HostStatus,
  Visibility,
} from "#db/schema/festivals.ts";
import { dateIn, type Instant, type IsoDate, type IsoInstant, isBefore } from "~/platform/time.ts";

export interface HostOrganisation {
  id: string;
  slug: string;
  name: string;
  colour: string;
  hasLogo: boolean;
}

export interface FestivalHost {
  organisation: HostOrganisation;
  status: HostStatus;
  leads: boolean;
  message: string;
  invitedBy: string | null;
  invitedAt: IsoInstant;
  decidedBy: string | null;
  decidedAt: IsoInstant | null;
  /** What they said when they declined or left. */
  reason: string;
  /** Asked to take the lead over, and not answered yet. */
  leadOfferedBy: string | null;
  leadOfferedAt: IsoInstant | null;
}

export interface Festival {
  id: string;
  slug: string;
  name: string;
  theme: string;
  outcome: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  timeZone: string;
  language: string;
  visibility: Visibility;
  signupMode: "first-come" | "ballot";
  signupOpensAt: IsoInstant | null;
  signupClosesAt: IsoInstant | null;
  /** From then on seats kept for hosts are everybody's; null: when the session begins. */
  guaranteesEndAt: IsoInstant | null;
  status: FestivalStatus;
  /** What everybody reads after it was cancelled or postponed. */
  announcement: string;
  /** Put off without a new date yet. */
  postponedAt: IsoInstant | null;
  archivedAt: IsoInstant | null;
  /** The edition this one was copied from. */
  copiedFromId: string | null;
  callOpensAt: IsoInstant | null;
  callClosesAt: IsoInstant | null;
  callText: string;
  /** Those that differ from the usual ones. */
  conflictLevels: Partial<Record<ConflictKind, ConflictLevel>>;
  /** From one building to another, where no distance was given. */
  travelMinutes: number;
  draftRevision: number;
  leadOrganisationId: string;
  createdAt: IsoInstant;
  updatedAt: IsoInstant;
  /** The lead first, then by name; with every status, so that a page can tell who was asked. */
  hosts: FestivalHost[];
}

/** Those who really host it, the lead first: what "Hosted by A + B" names. */
export function acceptedHosts(festival: Festival): HostOrganisation[] {
  return festival.hosts.filter((host) => host.status === "accepted").map((host) => host.organisation);
}

/** The name of the organisation that leads. */
export function leadOf(festival: Pick<Festival, "hosts">): string {
  return festival.hosts.find((host) => host.leads)?.organisation.name ?? "";
}

/** Whether its last day has passed in its own zone; what waits for a new date is still to come. */
export function isOver(
  festival: Pick<Festival, "endsOn" | "timeZone"> & { postponedAt?: IsoInstant | null },
  now: Instant,
): boolean {
  return !festival.postponedAt && festival.endsOn < dateIn(now, festival.timeZone);
}

export type SignupWindow = "not-yet" | "open" | "closed";

/**
 * Sign-up opens with the first release unless a time was set, and closes with the festival unless a time was set; it
 * waits while the festival waits for a date.
 */
export function signupWindow(festival: Festival, now: Instant): SignupWindow {
  if (festival.status !== "released")
    return festival.status === "over" || festival.status === "cancelled" ? "closed" : "not-yet";
  if (festival.postponedAt) return "not-yet";
  const passed = (instant: IsoInstant | null) => instant !== null && !isBefore(now, instant);
  if (passed(festival.signupClosesAt) || isOver(festival, now)) return "closed";
  return festival.signupOpensAt === null || passed(festival.signupOpensAt) ? "open" : "not-yet";
}

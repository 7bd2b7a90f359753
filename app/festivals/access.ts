import { belongsTo, isOrganiser, mayOrganiseFor, type Standing } from "~/people/access.ts";
import type { Festival, FestivalHost } from "./festival.ts";

type Asking = Standing | null;

/**
 * Drafts are for their organisers; invited organisers see what they are asked to host. People of a host that has left
 * go on seeing what is not public: they have seats and sessions in it.
 */
export function maySeeFestival(viewer: Asking, festival: Festival): boolean {
  if (mayOrganiseFestival(viewer, festival) || mayAnswerInvitation(viewer, festival)) return true;
  if (festival.status === "draft") return false;
  const status = hostOf(viewer, festival)?.status;
  return festival.visibility === "public" || status === "accepted" || status === "left";
}

/** Conference apps ask nobody who they are: they get what a stranger may see on the page. */
export function mayAnyoneReadSchedule(festival: Festival): boolean {
  return maySeeFestival(null, festival);
}

/** Organisers and admins of every organisation that hosts the festival. */
export function mayOrganiseFestival(viewer: Asking, festival: Festival): boolean {
  return isOrganiser(viewer) && hostOf(viewer, festival)?.status === "accepted";
}

/** The lead edits all, releases, invites hosts and changes the settings. */
export function mayLeadFestival(viewer: Asking, festival: Pick<Festival, "leadOrganisationId">): boolean {
  return mayOrganiseFor(viewer, festival.leadOrganisationId);
}

export function mayAnswerInvitation(viewer: Asking, festival: Festival): boolean {
  return isOrganiser(viewer) && hostOf(viewer, festival)?.status === "invited";
}

/** A host that does not lead may leave. */
export function mayLeaveFestival(viewer: Asking, festival: Festival): boolean {
  return mayOrganiseFestival(viewer, festival) && !mayLeadFestival(viewer, festival);
}

/** Each host edits its own sessions; the lead edits all. */
export function mayEditSession(
  viewer: Asking,
  festival: Festival,
  session: { organisationId: string },
): boolean {
  if (mayLeadFestival(viewer, festival)) return true;
  return mayOrganiseFestival(viewer, festival) && belongsTo(viewer, session.organisationId);
}

/** Venues and rooms belong to an organisation, not to a festival. */
export function mayEditVenue(viewer: Asking, venue: { organisationId: string }): boolean {
  return mayOrganiseFor(viewer, venue.organisationId);
}

/** Which rooms of a building a festival uses: its own host says so, and the lead. */
export function mayChooseRooms(
  viewer: Asking,
  festival: Festival,
  venue: { organisationId: string },
): boolean {
  return mayEditSession(viewer, festival, venue);
}

export function mayCreateFestival(viewer: Asking): viewer is Standing & { organisationId: string } {
  return isOrganiser(viewer);
}

function hostOf(viewer: Asking, festival: Festival): FestivalHost | undefined {
  return festival.hosts.find((host) => belongsTo(viewer, host.organisation.id));
}

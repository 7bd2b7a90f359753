import { mayEditSession, mayOrganiseFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import { belongsTo, type Standing } from "~/people/access.ts";
import type { SignupWindow } from "../decide.ts";

type Person = { organisationId: string | null };

/** Organisers of a host see what their own people have; the lead too sees only its own. */
export function maySeeAttendee(viewer: Standing, festival: Festival, person: Person): boolean {
  return (
    mayOrganiseFestival(viewer, festival) &&
    person.organisationId !== null &&
    belongsTo(viewer, person.organisationId)
  );
}

/**
 * Signing somebody up. Who may edit the session signs up anybody, sign-up open or not, and may add a seat for it
 * (`over`); other organisers sign up their own people for what those could sign up for themselves (`within`).
 */
export function mayPlace(
  viewer: Standing,
  festival: Festival,
  { session, person, window }: { session: { organisationId: string }; person: Person; window: SignupWindow },
): "over" | "within" | null {
  if (mayEditSession(viewer, festival, session)) return "over";
  return window === "open" && maySeeAttendee(viewer, festival, person) ? "within" : null;
}

/**
 * Signing somebody out is for the organisers of their own organisation. A host that could end the seats of people it
 * does not see would learn from its totals who had one.
 */
export const mayRemove = maySeeAttendee;

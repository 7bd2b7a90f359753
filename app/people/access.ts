import type { Role } from "#db/schema/people.ts";

/** What a permission may depend on; a Viewer is one. */
export interface Standing {
  organisationId: string | null;
  role: Role;
}

type Maybe<T> = T | null | undefined;

export const belongsTo = (viewer: Maybe<Standing>, organisationId: string): viewer is Standing =>
  viewer?.organisationId === organisationId;

/** Organises for their own organisation; an admin may do all that an organiser may. */
export const isOrganiser = (viewer: Maybe<Standing>): viewer is Standing =>
  Boolean(viewer?.organisationId) && viewer?.role !== "member";

export const isAdmin = (viewer: Maybe<Standing>): viewer is Standing =>
  Boolean(viewer?.organisationId) && viewer?.role === "admin";

export const mayOrganiseFor = (viewer: Maybe<Standing>, organisationId: string) =>
  belongsTo(viewer, organisationId) && isOrganiser(viewer);

/** Name, logo, colour, domains, people and their roles. */
export const mayAdminister = (viewer: Maybe<Standing>, organisationId: string) =>
  belongsTo(viewer, organisationId) && isAdmin(viewer);

/** Colleagues see one another; of a partner everybody sees only how many people it has. */
export const maySeeMembers = belongsTo;

/** Throws 403 unless the permission holds. */
export function requireAllowed(condition: boolean): asserts condition {
  if (!condition) throw new Response("Forbidden", { status: 403 });
}

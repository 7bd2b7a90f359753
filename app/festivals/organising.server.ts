import { redirect } from "@remix-run/node";
import { requireViewer, type Viewer } from "~/people/viewer.server.ts";
import { once, type RequestArgs } from "~/platform/context.ts";
import { mayAnswerInvitation, mayOrganiseFestival, maySeeFestival } from "./access.ts";
import type { Festival } from "./festival.ts";
import { findFestival } from "./festivals.server.ts";

type Args = RequestArgs & { params: { festival?: string } };

export interface Organising {
  viewer: Viewer;
  festival: Festival;
}

/** The festival of the address for one of its organisers. Others get 404 or, when they may see it, 403. */
export async function requireOrganising(args: Args): Promise<Organising> {
  const organising = await requireAsked(args);
  if (mayOrganiseFestival(organising.viewer, organising.festival)) return organising;
  throw redirect(`/festivals/${organising.festival.slug}/organise/hosts`);
}

/** The same, and for the organisers of an organisation that has been asked to host. */
export async function requireAsked(args: Args): Promise<Organising> {
  const viewer = await requireViewer(args);
  const slug = args.params.festival ?? "";
  const festival = await once(args.context, `festival ${slug}`, () => findFestival(args.context.db, slug));
  if (!festival || !maySeeFestival(viewer, festival)) throw new Response("Not found", { status: 404 });
  if (!mayOrganiseFestival(viewer, festival) && !mayAnswerInvitation(viewer, festival)) {
    throw new Response("Forbidden", { status: 403 });
  }
  return { viewer, festival };
}

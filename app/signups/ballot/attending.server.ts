import { maySeeFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { requireViewer, type Viewer } from "~/people/viewer.server.ts";
import { once, type RequestArgs } from "~/platform/context.ts";

type Args = RequestArgs & { params: { festival?: string } };

/** The festival of the address for somebody signed in who may see it, and so may take part. */
export async function requireAttending(args: Args): Promise<{ viewer: Viewer; festival: Festival }> {
  const viewer = await requireViewer(args);
  const slug = args.params.festival ?? "";
  const festival = await once(args.context, `festival ${slug}`, () => findFestival(args.context.db, slug));
  if (!festival || !maySeeFestival(viewer, festival)) throw new Response("Not found", { status: 404 });
  return { viewer, festival };
}

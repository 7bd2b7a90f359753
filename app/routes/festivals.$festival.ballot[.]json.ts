import type { LoaderFunctionArgs } from "@remix-run/node";
import { maySeeFestival } from "~/festivals/access.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { findViewer, notForYou } from "~/people/viewer.server.ts";
import { findReplayFile } from "~/signups/ballot/replay-file.server.ts";

/**
 * What the seats were given by, to work it out again: for whoever may see the festival once they are given. Where it
 * shows a small group, for those who took part.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { db } = context;
  const viewer = await findViewer(args);
  const festival = await findFestival(db, params.festival ?? "");
  if (!festival) throw new Response("Not found", { status: 404 });
  if (!maySeeFestival(viewer, festival)) throw notForYou(args, viewer);
  const found = await findReplayFile(db, { festival, viewer });
  if (found.is === "none") throw new Response("Not found", { status: 404 });
  if (found.is === "kept") throw viewer ? new Response("Forbidden", { status: 403 }) : notForYou(args, null);
  return new Response(found.bytes, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${festival.slug}-ballot.json"`,
      "Cache-Control": "private, no-cache",
    },
  });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readJsonWithin } from "~/platform/http/json.server.ts";
import { applyCheckIns } from "~/signups/door/apply.server.ts";
import { batchSchema } from "~/signups/door/check-in.ts";
import { doorNow, requireAtDoor } from "~/signups/door/page.server.ts";

const headers = { "Cache-Control": "no-store" };

/** For whoever stands at the door: who is in by now. */
export async function loader(args: LoaderFunctionArgs) {
  const { session } = await requireAtDoor(args);
  return Response.json({ door: await doorNow(args.context.db, session.id) }, { headers });
}

/** For whoever stands at the door: what happened there; sending it again changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival, session } = await requireAtDoor(args);
  const sent = batchSchema.safeParse(await readJsonWithin(args.request, 60_000));
  if (!sent.success) return Response.json({ reason: "unreadable" }, { status: 422, headers });
  const { db, ids, secret, now, nudge } = args.context;
  const door = { festivalId: festival.id, sessionId: session.id, startsAt: session.startsAt };
  const deps = { now: now(), ids, secret, by: viewer.personId };
  const results = await applyCheckIns(db, door, sent.data, deps);
  nudge();
  return Response.json({ results, door: await doorNow(db, session.id) }, { headers });
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { sentSchema } from "~/festivals/timetable/act.ts";
import { findNews } from "~/festivals/timetable/page.server.ts";
import { placeDraft } from "~/festivals/timetable/place-draft.server.ts";
import { readJsonWithin } from "~/platform/http/json.server.ts";

const headers = { "Cache-Control": "no-store" };
const statusOf = { forbidden: 403, stale: 409, gone: 409, "changed-since": 409 } as Record<string, number>;

/** For organisers of the hosts: what became of the draft since a revision. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const query = new URL(args.request.url).searchParams;
  const since = numberIn(query.get("since"));
  const counted = numberIn(query.get("counted"));
  return Response.json(await findNews(args.context.db, viewer, festival, { since, counted }), { headers });
}

/** For organisers of the hosts: each acts on its own sessions, the lead on all. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const sent = sentSchema.safeParse(await readJsonWithin(args.request, 20_000));
  if (!sent.success) return Response.json({ ok: false, reason: "unreadable" }, { status: 422, headers });
  const { db, now, ids } = args.context;
  const { act, since } = sent.data;
  const answer = await placeDraft(db, viewer, festival, act, { now: now(), ids, since });
  const status = answer.ok ? 200 : (statusOf[answer.reason] ?? 422);
  return Response.json(answer, { status, headers });
}

function numberIn(text: string | null): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? Math.min(number, 2_000_000_000) : 0;
}

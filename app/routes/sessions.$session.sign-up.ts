import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { findText } from "~/people/reader.server.ts";
import { findViewer, requireViewer, type Viewer } from "~/people/viewer.server.ts";
import type { RequestArgs } from "~/platform/context.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { sessionPath } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { findAdmission } from "~/signups/admission.server.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";

const schema = z.object({
  intent: z.enum(["sign-up", "give-up"]),
  givesUp: z.uuid().optional(),
});

/** Nothing to look at here: the panel stands on the session's page. */
export async function loader(args: LoaderFunctionArgs) {
  const { session } = await requireVisibleSession(args, await findViewer(args), args.params.session);
  return redirect(`${sessionPath(session)}#sign-up`);
}

/** Whoever is signed in and may see the session may ask for a seat, or give up their own. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const viewer = await requireViewer(args);
  const { session, admission } = await requireVisibleSession(args, viewer, params.session);
  const submission = await parseForm(request, schema, (await findText(args)).t);
  if (!submission.ok) throw new Response("Unprocessable", { status: 422 });
  const { intent, givesUp } = submission.value;
  const own = { personId: viewer.personId, sessionId: session.id };
  const now = context.now();
  const back = sessionPath(session);
  const { title } = session;
  if (intent === "give-up") {
    const answer = await cancelSignup(context.db, own, { now });
    context.nudge();
    if (!answer.ok) return redirectWithToast(back, "signups.toast.tooLate", { title });
    const said = answer.left === "queue" ? "signups.toast.leftQueue" : "signups.toast.gaveUp";
    return redirectWithToast(back, said, { title });
  }
  const deps = { now, ids: context.ids, window: admission.window };
  const answer = await signUp(context.db, { ...own, givesUp }, deps);
  context.nudge();
  if (!answer.ok) return redirectWithToast(back, `signups.refused.${answer.reason}`);
  if (answer.status === "confirmed") return redirectWithToast(back, "signups.toast.confirmed", { title });
  return redirectWithToast(back, "signups.toast.waiting", { title, place: answer.place });
}

async function requireVisibleSession(
  { context }: RequestArgs,
  viewer: Viewer | null,
  id: string | undefined,
) {
  const session = await findSession(context.db, id ?? "");
  const admission = session && (await findAdmission(context.db, viewer, session, context.now()));
  if (!session || !admission) throw new Response("Not found", { status: 404 });
  return { session, admission };
}

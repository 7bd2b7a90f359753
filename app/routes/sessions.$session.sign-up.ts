import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readLoginToken } from "~/people/login-cookie.ts";
import { findText } from "~/people/reader.server.ts";
import { findViewer, requireViewer, type Viewer } from "~/people/viewer.server.ts";
import type { RequestArgs } from "~/platform/context.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { sessionPath } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { findAdmission } from "~/signups/admission.server.ts";
import { deskOf } from "~/signups/desk.server.ts";
import { saidTogether } from "~/signups/parties/said.server.ts";
import { saidOfLeaving, signupForm } from "~/signups/sign-up-form.ts";
import { cancelSignup } from "~/signups/signups.server.ts";

/** Nothing to look at here: the panel stands on the session's page. */
export async function loader(args: LoaderFunctionArgs) {
  const { session } = await requireVisibleSession(args, await findViewer(args), args.params.session);
  return redirect(`${sessionPath(session)}#sign-up`);
}

/**
 * Whoever is signed in and may see the session may ask for a seat, or give up their own. Small forms are answered
 * before they come here: app/signups/sign-up-handler.server.ts.
 */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const viewer = await requireViewer(args);
  const { session } = await requireVisibleSession(args, viewer, params.session);
  const submission = await parseForm(request, signupForm, (await findText(args)).t);
  if (!submission.ok) throw new Response("Unprocessable", { status: 422 });
  const { intent, givesUp, together } = submission.value;
  const back = sessionPath(session);
  if (intent === "give-up") {
    const own = { personId: viewer.personId, sessionId: session.id };
    const said = saidOfLeaving(await cancelSignup(context.db, own, { now: context.now() }), session);
    context.nudge();
    return redirectWithToast(back, said.key, said.values);
  }
  const token = readLoginToken(request.headers.get("cookie"), context.secret);
  const ask = { token, sessionId: session.id, givesUp, together: together === "yes" };
  const reply = await deskOf(context).ask(ask);
  context.nudge();
  if (reply.is !== "answered") throw new Response("Not found", { status: 404 });
  const said = await saidTogether(context.db, reply.answer, session);
  return redirectWithToast(back, said.key, said.values);
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

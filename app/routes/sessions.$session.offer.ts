import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findText } from "~/people/reader.server.ts";
import { findViewer, requireViewer, type Viewer } from "~/people/viewer.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { sessionPath } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { acceptOffer } from "~/signups/accept-offer.server.ts";
import { findAdmission } from "~/signups/admission.server.ts";
import { answerForm } from "~/signups/offers/answer-form.ts";
import { declineOffer } from "~/signups/offers/step-back.server.ts";

/** Nothing to look at here: the question stands on the session's page. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await requireVisibleSession(args, await findViewer(args));
  return redirect(`${sessionPath(session)}#sign-up`);
}

/** Whoever is signed in and may see the session answers their own offer, if there is one. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { personId, ...viewer } = await requireViewer(args);
  const session = await requireVisibleSession(args, { personId, ...viewer });
  const submission = await parseForm(request, answerForm, (await findText(args)).t);
  if (!submission.ok) throw new Response("Unprocessable", { status: 422 });
  const { intent, givesUp } = submission.value;
  const own = { personId, sessionId: session.id };
  const deps = { now: context.now() };
  const back = sessionPath(session);
  const { title } = session;
  if (intent === "decline") {
    const declined = await declineOffer(context.db, own, deps);
    context.nudge();
    return redirectWithToast(back, `offers.toast.${declined ? "declined" : "notOffered"}`, { title });
  }
  const answer = await acceptOffer(context.db, { ...own, givesUp }, deps);
  context.nudge();
  const said = answer.ok ? "accepted" : (`refused.${answer.reason}` as const);
  return redirectWithToast(back, `offers.toast.${said}`, { title });
}

async function requireVisibleSession({ context, params }: LoaderFunctionArgs, viewer: Viewer | null) {
  const session = await findSession(context.db, params.session ?? "");
  const admission = session && (await findAdmission(context.db, viewer, session, context.now()));
  if (!session || !admission) throw new Response("Not found", { status: 404 });
  return session;
}

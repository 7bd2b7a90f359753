import type { IncomingMessage, ServerResponse } from "node:http";
import { readLoginToken } from "~/people/login-cookie.ts";
import { loginPathTo, refererPath } from "~/people/login-path.ts";
import { findViewerByToken } from "~/people/viewer.server.ts";
import type { RequestContext } from "~/platform/context.ts";
import { leftToRemix, type RawHandler } from "~/platform/http/raw.ts";
import { toastCookie } from "~/platform/http/toast.server.ts";
import { sessionPath } from "~/sessions/session.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { findAdmission } from "./admission.server.ts";
import { deskOf } from "./desk.server.ts";
import { saidTogether } from "./parties/said.server.ts";
import type { SignupAnswer } from "./seats/acts.ts";
import { type Said, saidOfLeaving, signupForm } from "./sign-up-form.ts";
import { cancelSignup } from "./signups.server.ts";

const largestForm = 2048;

/**
 * A sign-up made or given up, answered before Remix: when the seats of a festival open, everybody asks at once. Whoever
 * is signed in and may see the session may ask. A form is sent back to the page with a sentence; who accepts JSON gets
 * `{ status, place }` or `{ refused }`.
 */
export const signUpHandler: RawHandler = async (request, response, { session: sessionId = "" }, context) => {
  const { headers } = request;
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  if (!isForm || !(Number(headers["content-length"]) <= largestForm)) return leftToRemix;
  const form = signupForm.safeParse(Object.fromEntries(new URLSearchParams(await readBody(request))));
  const token = readLoginToken(headers.cookie ?? null, context.secret);
  if (form.data?.intent !== "sign-up")
    return leaveOrRefuse(request, response, { token, sessionId, known: form.success }, context);
  const { givesUp, together } = form.data;
  const reply = await deskOf(context).ask({ token, sessionId, givesUp, together: together === "yes" });
  if (reply.is === "anonymous") return sendAway(request, response, sessionId);
  if (reply.is === "not-found") return sendNotFound(request, response, sessionId, context);
  const { session, answer } = reply;
  if (wantsJson(request)) return sendJson(response, answer.ok ? 200 : 409, jsonOf(answer));
  sendBack(response, sessionPath(session), await saidTogether(context.db, answer, session));
};

/** Gives up a seat or a place; a form that asks for nothing we know is refused to whoever may ask at all. */
async function leaveOrRefuse(
  request: IncomingMessage,
  response: ServerResponse,
  { token, sessionId, known }: { token: string | null; sessionId: string; known: boolean },
  context: RequestContext,
) {
  const { db, now } = context;
  const viewer = token ? await findViewerByToken(db, token, now()) : null;
  if (!viewer) return sendAway(request, response, sessionId);
  const session = await findSession(db, sessionId);
  const admission = session && (await findAdmission(db, viewer, session, now()));
  if (!session || !admission) return sendNotFound(request, response, sessionId, context);
  if (!known) return sendJson(response, 422, { refused: "form" });
  const answer = await cancelSignup(db, { personId: viewer.personId, sessionId }, { now: now() });
  if (wantsJson(request)) return sendJson(response, answer.ok ? 200 : 409, answer);
  sendBack(response, sessionPath(session), saidOfLeaving(answer, session));
}

function jsonOf(answer: SignupAnswer) {
  if (!answer.ok) return { refused: answer.reason };
  return answer.status === "confirmed" ? { status: "confirmed" } : { status: "waiting", place: answer.place };
}

/** By events: an iterator over the stream takes as long as everything else of such a request. */
function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
  });
}

const wantsJson = ({ headers }: IncomingMessage) => headers.accept === "application/json";

function sendJson(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
  });
  response.end(body);
}

function sendBack(response: ServerResponse, path: string, said?: Said): void {
  const cookie = said ? { "Set-Cookie": toastCookie(said) } : {};
  response.writeHead(303, { Location: path, "Content-Length": 0, "Cache-Control": "no-store", ...cookie });
  response.end();
}

/** The login page, which leads back to the page the button stood on. */
function sendAway(request: IncomingMessage, response: ServerResponse, sessionId: string): void {
  const { headers } = request;
  const page = refererPath(headers.referer, headers.origin ?? `http://${headers.host}`);
  if (wantsJson(request)) sendJson(response, 401, { refused: "login" });
  else sendBack(response, loginPathTo(page ?? `/sessions/${sessionId}/sign-up`));
}

/** The page that says so, as whoever looks at this address gets it. */
async function sendNotFound(
  request: IncomingMessage,
  response: ServerResponse,
  sessionId: string,
  { makePage }: RequestContext,
): Promise<void> {
  if (wantsJson(request) || !makePage) return sendJson(response, 404, { refused: "not-found" });
  const { cookie = "", "accept-language": language = "" } = request.headers;
  const path = `/sessions/${encodeURIComponent(sessionId)}/sign-up`;
  const page = await makePage(path, { cookie, "accept-language": language });
  const body = Buffer.from(await page.arrayBuffer());
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  response.end(body);
}

import type { Database } from "#db/connect.ts";
import { mayEditSession } from "~/festivals/access.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { findSession, listSessions } from "~/sessions/sessions.server.ts";
import { lineOf, type SessionLine } from "./attendee.server.ts";
import { attendeeForm } from "./forms.ts";
import { type Organiser, signOutAttendee, signUpAttendee } from "./sign-up.server.ts";

type Deps = { now: Instant; ids: Ids; t: Translate };
type Sent = { person: { id: string; name: string }; request: Request };

/** What was sent and is not right, to be shown again beside its field. */
export interface RefusedForm {
  intent: string;
  session: string;
  reason: string;
  errors: Record<string, string[]>;
}

export type AttendeeAnswer =
  | { done: true; response: Response }
  | { done: false; refused: RefusedForm; status: 403 | 409 | 422 };

/** Does what a form on one person's page asks for. */
export async function answerAttendee(
  db: Database,
  organiser: Organiser,
  { person, request }: Sent,
  deps: Deps,
): Promise<AttendeeAnswer> {
  const form = await parseForm(request, attendeeForm, deps.t);
  if (!form.ok) {
    const { initialValue: sent, error } = form.result;
    const text = (name: string) => String(sent?.[name] ?? "");
    const errors = Object.fromEntries(Object.entries(error ?? {}).map(([name, list]) => [name, list ?? []]));
    return {
      done: false,
      refused: { intent: text("intent"), session: text("session"), reason: text("reason"), errors },
      status: 422,
    };
  }
  const { intent, session: sessionId, reason } = form.value;
  const session = await findSession(db, sessionId);
  const said = { name: person.name, title: session?.title ?? "" };
  const here = new URL(request.url).pathname;
  const wish = { personId: person.id, sessionId, reason };
  const refused = (key: string, field: string): AttendeeAnswer => {
    const message = (deps.t as (key: string, values: object) => string)(key, {
      ...said,
      host: session?.organisation.name ?? "",
    });
    const again = { intent, session: sessionId, reason, errors: { [field]: [message] } };
    return { done: false, refused: again, status: key.endsWith("forbidden") ? 403 : 409 };
  };
  if (form.value.intent === "sign-up") {
    const answer = await signUpAttendee(db, organiser, { ...wish, over: form.value.over }, deps);
    if (!answer.ok) return refused(`attendees.placing.${answer.reason}`, "reason");
    const key = answer.already
      ? "attendees.placing.already"
      : `attendees.toast.${answer.raised ? "raised" : "placed"}`;
    return { done: true, response: redirectWithToast(here, key, said) };
  }
  const answer = await signOutAttendee(db, organiser, wish, deps);
  if (!answer.ok && answer.reason !== "past") return refused(`attendees.placing.${answer.reason}`, "reason");
  const key = !answer.ok ? "past" : answer.left ? "removed" : "nothing";
  return { done: true, response: redirectWithToast(here, `attendees.toast.${key}`, said) };
}

/** Sessions to come that this organiser may sign anybody up for. */
export async function listOpenSessions(
  db: Database,
  { viewer, festival }: Organiser,
  now: Instant,
): Promise<SessionLine[]> {
  const all = await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] });
  return all
    .filter((one) => one.kind !== "break" && isBefore(now, one.startsAt))
    .filter((one) => mayEditSession(viewer, festival, one))
    .map(lineOf);
}

import type { Viewer } from "~/people/viewer.server.ts";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, type GoodForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { mayOrganiseSeries } from "./access.ts";
import { type Accept, acceptTurn, declineTurn, type Volunteer, volunteerForTurn } from "./answer.server.ts";
import { type Lecture, lecturePath } from "./lecture.ts";
import type { Series } from "./series.ts";
import { acceptForm, declineForm, topicForm } from "./series-form.ts";
import { nameTopic } from "./turns.server.ts";

export interface Acting {
  context: RequestContext;
  viewer: Viewer;
  series: Series;
  lecture: Lecture;
  text: Text;
}

export type Act = (formData: FormData, acting: Acting) => Promise<Response | ReturnType<typeof formAgain>>;

const accept: Act = async (formData, acting) => {
  const form = parseFormData(formData, acceptForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const accepted = await acceptTurn(acting.context.db, { ...turnOf(acting), ...form.value }, depsOf(acting));
  return accepted.ok ? thanks(acting) : refused(form, accepted, acting);
};

const volunteer: Act = async (formData, acting) => {
  const form = parseFormData(formData, acceptForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const { db } = acting.context;
  const taken = await volunteerForTurn(db, { ...turnOf(acting), ...form.value }, depsOf(acting));
  return taken.ok ? thanks(acting) : refused(form, taken, acting);
};

const decline: Act = async (formData, acting) => {
  const form = parseFormData(formData, declineForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const declined = await declineTurn(acting.context.db, { ...turnOf(acting), ...form.value }, depsOf(acting));
  if (!declined.ok) return refused(form, declined, acting);
  acting.context.nudge();
  const toast = declined.paused ? "lectures.toast.paused" : "lectures.toast.declined";
  return redirectWithToast(lecturePath(acting.lecture), toast);
};

/** The speaker's own, or an organiser's on their behalf. */
const topic: Act = async (formData, acting) => {
  const { viewer, lecture, series, context, text } = acting;
  const isSpeaker = lecture.speaker?.personId === viewer.personId;
  if (!isSpeaker && !mayOrganiseSeries(viewer, series)) throw new Response("Forbidden", { status: 403 });
  const form = parseFormData(formData, topicForm, text.t);
  if (!form.ok) return formAgain(form);
  await nameTopic(context.db, { ...turnOf(acting), ...form.value }, depsOf(acting));
  return redirectWithToast(lecturePath(lecture), "lectures.toast.topic");
};

/** What can be done on a lecture's page, by the hidden `intent` of its forms. */
export const lectureActs: ReadonlyMap<unknown, Act> = new Map(
  Object.entries({ accept, decline, topic, volunteer }),
);

function turnOf({ series, lecture, viewer }: Acting) {
  return { seriesId: series.id, turnId: lecture.turnId, personId: viewer.personId };
}

function depsOf({ context }: Acting) {
  return { now: context.now(), ids: context.ids };
}

function thanks({ context, lecture, text }: Acting): Response {
  context.nudge();
  const date = text.format.date(lecture.date);
  return redirectWithToast(lecturePath(lecture), "lectures.toast.accepted", { date });
}

const refusals = {
  "not-asked": "lectures.errors.notAsked",
  past: "lectures.errors.past",
  clash: "lectures.errors.clash",
  taken: "lectures.errors.taken",
  "not-a-member": "lectures.errors.notAMember",
} as const;

function refused<T>(
  form: GoodForm<T>,
  refusal: Extract<Accept | Volunteer, { ok: false }>,
  { text }: Acting,
) {
  const clashes = refusal.reason === "clash" ? refusal.clashes : [];
  const titles = text.format.list(clashes.map((one) => `${one.title} (${text.format.timeRange(one)})`));
  return formAgain(refuse(form, { key: refusals[refusal.reason], values: { titles } }), 409);
}

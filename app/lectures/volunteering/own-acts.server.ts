import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { dateIn } from "~/platform/time.ts";
import { memberOf } from "../member-of.ts";
import { loadRoster, type Member } from "../roster.server.ts";
import { type Act, type Acting, back, depsOf, meOf } from "./acting.server.ts";
import { setAvailability } from "./availability.server.ts";
import { availabilityForm, breakForm, topicIdForm, waitingTopicForm } from "./forms.ts";
import { pauseMember, resumeMember } from "./pause.server.ts";
import { addTopic, removeTopic } from "./topics.server.ts";

const availability: Act = async (formData, acting) => {
  const form = parseFormData(formData, availabilityForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const me = await requireMe(acting);
  await setAvailability(acting.context.db, { ...refOf(me, acting), ...form.value }, depsOf(acting));
  return back(acting, "roster.toast.availability");
};

const pause: Act = async (formData, acting) => {
  const { text, series, context } = acting;
  const form = parseFormData(formData, breakForm, text.t);
  if (!form.ok) return formAgain(form);
  const { until } = form.value;
  if (until !== null && until <= dateIn(context.now(), series.timeZone))
    return formAgain(refuse(form, { field: "until", key: "roster.errors.untilPast" }));
  const me = await requireMe(acting);
  // What an organiser decided, or three refusals, is not theirs to shorten.
  if (me.paused && me.pausedBy !== "self") return back(acting, "roster.toast.pausedByOthers");
  await pauseMember(context.db, { ...refOf(me, acting), by: "self", until }, depsOf(acting));
  return back(acting, until ? "roster.toast.pausedUntil" : "roster.toast.paused", {
    ...(until ? { date: text.format.date(until) } : {}),
  });
};

const resume: Act = async (_formData, acting) => {
  const me = await requireMe(acting);
  if (me.paused && me.pausedBy !== "self") return back(acting, "roster.toast.pausedByOthers");
  await resumeMember(acting.context.db, refOf(me, acting), depsOf(acting));
  return back(acting, "roster.toast.resumed");
};

const topicErrors = {
  "not-a-member": "lectures.errors.notAMember",
  "too-many": "roster.errors.tooManyTopics",
  "waits-already": "roster.errors.waitsAlready",
} as const;

const topic: Act = async (formData, acting) => {
  const form = parseFormData(formData, waitingTopicForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const added = await addTopic(acting.context.db, { ...meOf(acting), ...form.value }, depsOf(acting));
  if (!added.ok) return formAgain(refuse(form, { field: "title", key: topicErrors[added.reason] }), 409);
  return back(acting, "roster.toast.topicWaits");
};

const dropTopic: Act = async (formData, acting) => {
  const form = parseFormData(formData, topicIdForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  await removeTopic(acting.context.db, { ...meOf(acting), ...form.value });
  return back(acting, "roster.toast.topicGone");
};

/** When one can speak, one's breaks and the topics that wait, by the hidden `intent`. */
export const ownActs: Record<string, Act> = {
  availability,
  pause,
  resume,
  "add-topic": topic,
  "remove-topic": dropTopic,
};

/** 404 for a colleague who is not on the roster: their page shows none of these forms. */
async function requireMe(acting: Acting): Promise<Member> {
  const me = memberOf(await loadRoster(acting.context.db, acting.series), acting.viewer.personId);
  if (!me || me.leftOn !== null) throw new Response("Not found", { status: 404 });
  return me;
}

function refOf(me: Member, { series }: Acting) {
  return { seriesId: series.id, memberId: me.id };
}

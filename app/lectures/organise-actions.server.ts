import { z } from "zod";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, readForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import { addPause, changeMode, changeSeries, removePause } from "./change-series.server.ts";
import { holdTurns } from "./hold.server.ts";
import { leaveRoster } from "./members.server.ts";
import { planSeries } from "./plan.server.ts";
import { loadRoster } from "./roster.server.ts";
import type { Series } from "./series.ts";
import { pauseForm, settingsForm } from "./series-form.ts";
import { cancelTurn, recordShow, reinstateTurn } from "./turns.server.ts";
import { pauseMember, resumeMember } from "./volunteering/pause.server.ts";

interface Organising {
  context: RequestContext;
  series: Series;
  t: Translate;
}

type Act = (formData: FormData, organising: Organising) => Promise<Response | ReturnType<typeof formAgain>>;

const plan: Act = async (_formData, organising) => {
  const { context, series } = organising;
  await holdTurns(context.db, series.id, depsOf(organising));
  await context.db.transaction((tx) => planSeries(tx, series.id, depsOf(organising)));
  return back(organising, "", "lectures.toast.planned");
};

const turnForm = z.object({ turnId: z.uuid() });

/** An act on one week, which answers with one sentence. */
function onTurn(
  toast: string,
  work: (turn: { seriesId: string; turnId: string }, organising: Organising) => Promise<void>,
): Act {
  return async (formData, organising) => {
    const form = parseFormData(formData, turnForm, organising.t);
    if (!form.ok) return formAgain(form);
    await work({ seriesId: organising.series.id, turnId: form.value.turnId }, organising);
    return back(organising, "", toast);
  };
}

const callOff = onTurn("lectures.toast.calledOff", (turn, organising) =>
  cancelTurn(organising.context.db, turn, depsOf(organising)),
);
const reinstate = onTurn("lectures.toast.reinstated", (turn, organising) =>
  reinstateTurn(organising.context.db, turn, depsOf(organising)),
);
const noShow = onTurn("lectures.toast.recorded", (turn, organising) =>
  recordShow(organising.context.db, { ...turn, came: false }, depsOf(organising)),
);
const came = onTurn("lectures.toast.recorded", (turn, organising) =>
  recordShow(organising.context.db, { ...turn, came: true }, depsOf(organising)),
);

const memberForm = z.object({ memberId: z.uuid() });

function onMember(toast: string, paused: boolean): Act {
  return async (formData, organising) => {
    const form = parseFormData(formData, memberForm, organising.t);
    if (!form.ok) return formAgain(form);
    const { context, series } = organising;
    const { memberId } = form.value;
    const member = { seriesId: series.id, memberId };
    const name = paused
      ? await pauseMember(context.db, { ...member, by: "organiser", until: null }, depsOf(organising))
      : await resumeMember(context.db, member, depsOf(organising));
    return back(organising, "/members", toast, { name });
  };
}

/** Takes somebody off the roster, as they could themselves. */
const takeOff: Act = async (formData, organising) => {
  const form = parseFormData(formData, memberForm, organising.t);
  if (!form.ok) return formAgain(form);
  const { context, series } = organising;
  const { members } = await loadRoster(context.db, series);
  const member = members.find(({ id }) => id === form.value.memberId);
  if (!member) throw new Response("Not found", { status: 404 });
  await leaveRoster(context.db, { seriesId: series.id, personId: member.personId }, depsOf(organising));
  return back(organising, "/members", "roster.organise.takenOff", { name: member.name });
};

const addHoliday: Act = async (formData, organising) => {
  const form = parseFormData(formData, pauseForm, organising.t);
  if (!form.ok) return formAgain(form);
  const { context, series } = organising;
  await addPause(context.db, { seriesId: series.id, ...form.value }, depsOf(organising));
  return back(organising, "/pauses", "lectures.toast.pauseAdded");
};

const removeHoliday: Act = async (formData, organising) => {
  const form = parseFormData(formData, z.object({ pauseId: z.uuid() }), organising.t);
  if (!form.ok) return formAgain(form);
  const { context, series } = organising;
  await removePause(context.db, { seriesId: series.id, ...form.value }, depsOf(organising));
  return back(organising, "/pauses", "lectures.toast.pauseRemoved");
};

const settings: Act = async (formData, organising) => {
  const form = parseFormData(formData, settingsForm, organising.t);
  if (!form.ok) return formAgain(form);
  const { context, series } = organising;
  await changeSeries(context.db, { seriesId: series.id, ...form.value }, depsOf(organising));
  return back(organising, "/settings", "lectures.toast.saved");
};

/** How people take turns, and nothing else. */
const mode: Act = async (formData, organising) => {
  const form = parseFormData(formData, settingsForm.pick({ rosterMode: true }), organising.t);
  if (!form.ok) return formAgain(form);
  const { context, series } = organising;
  await changeMode(context.db, { seriesId: series.id, ...form.value }, depsOf(organising));
  return back(organising, "/what-if", "roster.organise.modeSaved");
};

/** What an organiser can do, by the hidden `intent` of the forms of each page. */
export const turnActs = acts({ plan, "call-off": callOff, reinstate, "no-show": noShow, came });
export const memberActs = acts({
  pause: onMember("lectures.toast.memberPaused", true),
  resume: onMember("lectures.toast.memberResumed", false),
  "take-off": takeOff,
});
export const pauseActs = acts({ "add-pause": addHoliday, "remove-pause": removeHoliday });
export const settingsActs = acts({ settings, mode });

function acts(byIntent: Record<string, Act>): ReadonlyMap<unknown, Act> {
  return new Map(Object.entries(byIntent));
}

/** Reads the intent and does it; 400 for one this page does not know. */
export async function organise(known: ReadonlyMap<unknown, Act>, request: Request, organising: Organising) {
  const formData = await readForm(request);
  const act = known.get(formData.get("intent"));
  if (!act) throw new Response("Unknown intent", { status: 400 });
  const answer = await act(formData, organising);
  organising.context.nudge();
  return answer;
}

function depsOf({ context }: Organising) {
  return { now: context.now(), ids: context.ids };
}

function back({ series }: Organising, page: string, toast: string, values: Record<string, string> = {}) {
  return redirectWithToast(`/lectures/${series.slug}/organise${page}`, toast, values);
}

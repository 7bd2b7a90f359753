import { z } from "zod";
import type { Viewer } from "~/people/viewer.server.ts";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { addAbsence, joinRoster, leaveRoster, removeAbsence } from "./members.server.ts";
import type { Series } from "./series.ts";
import { absenceForm } from "./series-form.ts";

interface Acting {
  context: RequestContext;
  viewer: Viewer;
  series: Series;
  text: Text;
}

type Act = (formData: FormData, acting: Acting) => Promise<Response | ReturnType<typeof formAgain>>;

const join: Act = async (_formData, acting) => {
  await joinRoster(acting.context.db, meOf(acting), depsOf(acting));
  acting.context.nudge();
  return back(acting, "lectures.toast.joined");
};

const leave: Act = async (_formData, acting) => {
  await leaveRoster(acting.context.db, meOf(acting), depsOf(acting));
  acting.context.nudge();
  return back(acting, "lectures.toast.left");
};

const absenceErrors = {
  "not-a-member": "lectures.errors.notAMember",
  "too-many": "lectures.errors.tooMany",
} as const;

const away: Act = async (formData, acting) => {
  const form = parseFormData(formData, absenceForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const added = await addAbsence(acting.context.db, { ...meOf(acting), ...form.value }, depsOf(acting));
  if (!added.ok) return formAgain(refuse(form, { key: absenceErrors[added.reason] }), 409);
  acting.context.nudge();
  return back(acting, "lectures.toast.away");
};

const idForm = z.object({ absenceId: z.uuid() });

const here: Act = async (formData, acting) => {
  const form = parseFormData(formData, idForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  await removeAbsence(acting.context.db, { ...meOf(acting), ...form.value }, depsOf(acting));
  return back(acting, "lectures.toast.awayRemoved");
};

/** What a colleague can do about their own place on the roster, by the hidden `intent` of its forms. */
export const rosterActs: ReadonlyMap<unknown, Act> = new Map(
  Object.entries({ join, leave, away, "not-away": here }),
);

function meOf({ series, viewer }: Acting) {
  return { seriesId: series.id, personId: viewer.personId };
}

function depsOf({ context }: Acting) {
  return { now: context.now(), ids: context.ids };
}

function back({ series }: Acting, toast: string): Response {
  return redirectWithToast(`/lectures/${series.slug}/roster`, toast);
}

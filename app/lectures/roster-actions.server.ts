import { z } from "zod";
import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { addAbsence, joinRoster, leaveRoster, removeAbsence } from "./members.server.ts";
import { absenceForm } from "./series-form.ts";
import { type Act, back, depsOf, meOf } from "./volunteering/acting.server.ts";
import { nominationActs } from "./volunteering/nomination-acts.server.ts";
import { ownActs } from "./volunteering/own-acts.server.ts";

const join: Act = async (_formData, acting) => {
  await joinRoster(acting.context.db, meOf(acting), depsOf(acting));
  return back(acting, "lectures.toast.joined");
};

const leave: Act = async (_formData, acting) => {
  await leaveRoster(acting.context.db, meOf(acting), depsOf(acting));
  return back(acting, "lectures.toast.left");
};

export const absenceErrors = {
  "not-a-member": "lectures.errors.notAMember",
  "too-many": "lectures.errors.tooMany",
} as const;

const away: Act = async (formData, acting) => {
  const form = parseFormData(formData, absenceForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const added = await addAbsence(acting.context.db, { ...meOf(acting), ...form.value }, depsOf(acting));
  if (!added.ok) return formAgain(refuse(form, { key: absenceErrors[added.reason] }), 409);
  return back(acting, "lectures.toast.away");
};

export const absenceIdForm = z.object({ absenceId: z.uuid() });

const here: Act = async (formData, acting) => {
  const form = parseFormData(formData, absenceIdForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  await removeAbsence(acting.context.db, { ...meOf(acting), ...form.value }, depsOf(acting));
  return back(acting, "lectures.toast.awayRemoved");
};

/** What a colleague can do about their own place on the roster, by the hidden `intent` of its forms. */
export const rosterActs: ReadonlyMap<unknown, Act> = new Map(
  Object.entries({ join, leave, away, "not-away": here, ...ownActs, ...nominationActs }),
);

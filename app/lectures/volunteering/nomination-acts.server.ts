import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { type Act, back, depsOf, meOf } from "./acting.server.ts";
import { answerNomination } from "./answer-nomination.server.ts";
import { answerNominationForm, nominationForm, nominationIdForm } from "./forms.ts";
import { nominate, withdrawNomination } from "./nominate.server.ts";

const make: Act = async (formData, acting) => {
  const { context, viewer, series, text } = acting;
  const form = parseFormData(formData, nominationForm, text.t);
  if (!form.ok) return formAgain(form);
  const wish = { seriesId: series.id, nominatedBy: viewer.personId, ...form.value };
  const made = await nominate(context.db, wish, depsOf(acting));
  if (made.ok) return back(acting, "roster.toast.nominated", { name: made.name });
  const key = `roster.errors.nominate.${made.reason}`;
  const link = new URL(`/lectures/${series.slug}/join`, context.config.publicUrl).href;
  return formAgain(refuse(form, { field: "who", key, values: { name: made.name, link } }), 409);
};

const withdraw: Act = async (formData, acting) => {
  const form = parseFormData(formData, nominationIdForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const wish = { ...form.value, nominatedBy: acting.viewer.personId };
  await withdrawNomination(acting.context.db, wish, depsOf(acting));
  return back(acting, "roster.toast.nominationWithdrawn");
};

const answer: Act = async (formData, acting) => {
  const form = parseFormData(formData, answerNominationForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const { personId } = meOf(acting);
  const answered = await answerNomination(acting.context.db, { ...form.value, personId }, depsOf(acting));
  if (!answered.ok) return back(acting, "roster.toast.nominationGone");
  return back(acting, form.value.answer === "yes" ? "lectures.toast.joined" : "roster.toast.saidNo");
};

/** Nominating a colleague, and answering when one is nominated, by the hidden `intent`. */
export const nominationActs: Record<string, Act> = {
  nominate: make,
  "withdraw-nomination": withdraw,
  "answer-nomination": answer,
};

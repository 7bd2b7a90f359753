import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import { limitKey, takeTry } from "~/platform/limits.server.ts";
import { answerParty } from "./answer.server.ts";
import { askAlong, asksOfAPerson, takeBack } from "./ask.server.ts";
import { answerHereForm, askForm, takeBackForm } from "./forms.ts";
import { leaveParty } from "./leave.server.ts";

export interface Acting {
  context: RequestContext;
  viewer: Viewer;
  festival: Festival;
  t: Translate;
}

type Act = (formData: FormData, acting: Acting) => Promise<ReturnType<typeof formAgain> | Response>;

const back = ({ festival }: Acting, key: string, values = {}) =>
  redirectWithToast(`/festivals/${festival.slug}/together`, key, values);

const ask: Act = async (formData, acting) => {
  const { context, viewer, festival, t } = acting;
  const form = parseFormData(formData, askForm, t);
  if (!form.ok) return formAgain(form);
  const now = context.now();
  const key = limitKey(asksOfAPerson, viewer.personId, context.secret);
  if (!(await takeTry(context.db, asksOfAPerson, key, now)).allowed)
    return formAgain(refuse(form, { field: "who", key: "parties.errors.often" }), 429);
  const wish = { festival, asker: viewer, who: form.value.who };
  const asked = await askAlong(context.db, wish, { now, ids: context.ids });
  context.nudge();
  if (asked.ok) return back(acting, "parties.toast.asked", { email: asked.email });
  return formAgain(refuse(form, { field: "who", key: `parties.errors.${asked.reason}` }), 409);
};

const withdraw: Act = async (formData, acting) => {
  const form = parseFormData(formData, takeBackForm, acting.t);
  if (!form.ok) return formAgain(form);
  const { context, viewer, festival } = acting;
  const { email } = form.value;
  await takeBack(context.db, { festivalId: festival.id, personId: viewer.personId, email });
  return back(acting, "parties.toast.takenBack");
};

const answer: Act = async (formData, acting) => {
  const form = parseFormData(formData, answerHereForm, acting.t);
  if (!form.ok) return formAgain(form);
  const { context, viewer } = acting;
  const { partyId, answer } = form.value;
  const wish = { partyId, personId: viewer.personId, answer };
  const answered = await answerParty(context.db, wish, { now: context.now() });
  context.nudge();
  return back(acting, toastOf(answered, answer));
};

const leave: Act = async (_, acting) => {
  const { context, viewer, festival } = acting;
  const own = { festivalId: festival.id, personId: viewer.personId };
  await leaveParty(context.db, own, { now: context.now() });
  context.nudge();
  return back(acting, "parties.toast.left");
};

export function toastOf(answered: Awaited<ReturnType<typeof answerParty>>, answer: "yes" | "no"): string {
  if (!answered.ok) return `parties.toast.${answered.reason}`;
  return answer === "yes" ? "parties.toast.agreed" : "parties.toast.declined";
}

/** What the page of a party sends, by its hidden `intent`. */
export const togetherActs: Record<string, Act> = { ask, "take-back": withdraw, answer, leave };

import { z } from "zod";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import { dateIn } from "~/platform/time.ts";
import { addAbsence, leaveRoster, removeAbsence } from "../members.server.ts";
import type { Member } from "../roster.server.ts";
import { absenceErrors, absenceIdForm } from "../roster-actions.server.ts";
import type { Series } from "../series.ts";
import { absenceForm } from "../series-form.ts";
import { setAvailability } from "./availability.server.ts";
import { availabilityForm, breakForm } from "./forms.ts";
import { pauseMember, resumeMember } from "./pause.server.ts";

/** An organiser who does something about somebody's place on the roster. */
interface OnBehalf {
  context: RequestContext;
  series: Series;
  t: Translate;
  member: Pick<Member, "id" | "personId" | "name">;
}

type Act = (formData: FormData, acting: OnBehalf) => Promise<Response | ReturnType<typeof formAgain>>;

const availability: Act = async (formData, acting) => {
  const form = parseFormData(formData, availabilityForm, acting.t);
  if (!form.ok) return formAgain(form);
  await setAvailability(acting.context.db, { ...refOf(acting), ...form.value }, depsOf(acting));
  return back(acting, "roster.organise.saved");
};

const pause: Act = async (formData, acting) => {
  const { context, series, t } = acting;
  const form = parseFormData(formData, breakForm, t);
  if (!form.ok) return formAgain(form);
  const { until } = form.value;
  if (until !== null && until <= dateIn(context.now(), series.timeZone))
    return formAgain(refuse(form, { field: "until", key: "roster.errors.untilPast" }));
  await pauseMember(context.db, { ...refOf(acting), by: "organiser", until }, depsOf(acting));
  return back(acting, "lectures.toast.memberPaused");
};

const resume: Act = async (_formData, acting) => {
  await resumeMember(acting.context.db, refOf(acting), depsOf(acting));
  return back(acting, "lectures.toast.memberResumed");
};

const away: Act = async (formData, acting) => {
  const form = parseFormData(formData, absenceForm, acting.t);
  if (!form.ok) return formAgain(form);
  const added = await addAbsence(acting.context.db, { ...personOf(acting), ...form.value }, depsOf(acting));
  if (!added.ok) return formAgain(refuse(form, { key: absenceErrors[added.reason] }), 409);
  return back(acting, "roster.organise.saved");
};

const here: Act = async (formData, acting) => {
  const form = parseFormData(formData, absenceIdForm, acting.t);
  if (!form.ok) return formAgain(form);
  await removeAbsence(acting.context.db, { ...personOf(acting), ...form.value }, depsOf(acting));
  return back(acting, "roster.organise.saved");
};

const takeOff: Act = async (_formData, acting) => {
  await leaveRoster(acting.context.db, personOf(acting), depsOf(acting));
  return back(acting, "roster.organise.takenOff", "");
};

/** What an organiser can do about one member, by the hidden `intent` of the forms. */
export const onBehalfActs: ReadonlyMap<unknown, Act> = new Map(
  Object.entries({ availability, pause, resume, away, "not-away": here, "take-off": takeOff }),
);

export const memberIdParam = z.uuid();

const refOf = ({ series, member }: OnBehalf) => ({ seriesId: series.id, memberId: member.id });
const personOf = ({ series, member }: OnBehalf) => ({ seriesId: series.id, personId: member.personId });
const depsOf = ({ context }: OnBehalf) => ({ now: context.now(), ids: context.ids });

function back({ context, series, member }: OnBehalf, toast: string, page = `/${member.id}`) {
  context.nudge();
  const { name } = member;
  return redirectWithToast(`/lectures/${series.slug}/organise/members${page}`, toast, { name });
}

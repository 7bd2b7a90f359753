import type { RequestContext } from "~/platform/context.ts";
import { formAgain, type GoodForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Clash } from "~/sessions/commitments.server.ts";
import { askSwap } from "./ask-swap.server.ts";
import { declineSwap, type EndSwap, withdrawSwap } from "./end-swap.server.ts";
import { askForm, takeForm } from "./swap-forms.ts";
import { takeSwap } from "./take-swap.server.ts";

export interface Swapping {
  context: RequestContext;
  text: Text;
  personId: string;
  /** The page the answer leads back to. */
  here: string;
}

/** A speaker asks one colleague or whoever wants. */
export async function askAct(
  formData: FormData,
  turn: { seriesId: string; turnId: string },
  swapping: Swapping,
) {
  const { context, text, personId, here } = swapping;
  const form = parseFormData(formData, askForm, text.t);
  if (!form.ok) return formAgain(form);
  const { to, message } = form.value;
  const asked = await askSwap(
    context.db,
    { ...turn, personId, toMemberId: to, message },
    { now: context.now(), ids: context.ids },
  );
  if (!asked.ok) return refusedAt(form, "to", asked, text);
  context.nudge();
  return redirectWithToast(here, to ? "swaps.toast.askedOne" : "swaps.toast.askedAll");
}

/** A colleague takes the turn, for one of their own or for nothing. */
export async function takeAct(
  formData: FormData,
  swapId: string,
  { context, text, personId, here }: Swapping,
) {
  const form = parseFormData(formData, takeForm, text.t);
  if (!form.ok) return formAgain(form);
  const taken = await takeSwap(
    context.db,
    { swapId, personId, ...form.value },
    { now: context.now(), ids: context.ids },
  );
  if (!taken.ok) return refusedAt(form, "", taken, text);
  context.nudge();
  return redirectWithToast(here, "swaps.toast.taken");
}

export function declineAct(swapId: string, { context, personId, here }: Swapping): Promise<Response> {
  return ending(context, here, "swaps.toast.declined", (now) =>
    declineSwap(context.db, swapId, personId, { now }),
  );
}

export function withdrawAct(swapId: string, { context, personId, here }: Swapping): Promise<Response> {
  return ending(context, here, "swaps.toast.withdrawn", (now) =>
    withdrawSwap(context.db, swapId, personId, { now }),
  );
}

async function ending(
  context: RequestContext,
  here: string,
  toast: string,
  work: (now: ReturnType<RequestContext["now"]>) => Promise<EndSwap>,
): Promise<Response> {
  const ended = await work(context.now());
  context.nudge();
  return redirectWithToast(here, ended.ok ? toast : "swaps.toast.tooLate");
}

function refusedAt<T>(
  form: GoodForm<T>,
  field: string,
  refusal: { reason: string; name?: string; clashes?: Clash[] },
  { format }: Text,
) {
  const titles = format.list(
    (refusal.clashes ?? []).map((one) => `${one.title} (${format.sessionTime(one)})`),
  );
  const values = { name: refusal.name ?? "", titles };
  return formAgain(refuse(form, { field, key: `swaps.errors.${refusal.reason}`, values }), 409);
}

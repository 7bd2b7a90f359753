import type { Viewer } from "~/people/viewer.server.ts";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, type GoodForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import type { IsoDate } from "~/platform/time.ts";
import type { Clash } from "~/sessions/commitments.server.ts";
import { memberOf } from "../member-of.ts";
import { loadRoster } from "../roster.server.ts";
import type { Series } from "../series.ts";
import { swapFor } from "../swaps/swap-for.server.ts";
import { cancelTurn, recordShow, reinstateTurn } from "../turns.server.ts";
import { type Decided, openFloor, putGuest, putSpeaker, releaseTurn } from "./decide.server.ts";
import { findGuestAccount } from "./guest.server.ts";
import { addLecture, type Moved, moveTurn } from "./move.server.ts";
import { slipTurn } from "./slip.server.ts";
import { guestForm, momentForm, putForm, slipForm, swapForForm } from "./turn-forms.ts";

interface Deciding {
  context: RequestContext;
  viewer: Viewer;
  series: Series;
  turn: { id: string; date: IsoDate };
  text: Text;
}

type Act = (formData: FormData, deciding: Deciding) => Promise<Response | ReturnType<typeof formAgain>>;

/** An act that needs no more than a button; where somebody was quicker the page says so. */
function button(
  toast: string,
  work: (deciding: Deciding) => Promise<Decided | { ok: boolean } | undefined>,
): Act {
  return async (_formData, deciding) => {
    const done = await work(deciding);
    if (done && !done.ok) return back(deciding, "turn.toast.tooLate");
    return back(deciding, toast, done && "name" in done ? { name: done.name } : {});
  };
}

/** On the roster it counts as their turn; an organiser who is not on it is a guest. */
const speak = button("turn.toast.put", async ({ context, viewer, series, ...deciding }) => {
  const ref = refOf({ context, viewer, series, ...deciding });
  const member = memberOf(await loadRoster(context.db, series), viewer.personId);
  if (member && member.leftOn === null)
    return putSpeaker(context.db, { ...ref, memberId: member.id }, depsOf(context));
  const { personId, name, organisationId } = viewer;
  const guest = { is: "guest" as const, personId, name, organisationId };
  return putGuest(context.db, { ...ref, guest, topic: "" }, depsOf(context));
});

const floor = button("turn.toast.openFloor", (deciding) =>
  openFloor(deciding.context.db, refOf(deciding), depsOf(deciding.context)),
);
const release = button("turn.toast.released", (deciding) =>
  releaseTurn(deciding.context.db, refOf(deciding), depsOf(deciding.context)),
);
const callOff = button("lectures.toast.calledOff", async (deciding) => {
  await cancelTurn(deciding.context.db, byActor(deciding), depsOf(deciding.context));
  return undefined;
});
const reinstate = button("lectures.toast.reinstated", async (deciding) => {
  await reinstateTurn(deciding.context.db, byActor(deciding), depsOf(deciding.context));
  return undefined;
});
const show = (came: boolean) =>
  button("lectures.toast.recorded", async (deciding) => {
    await recordShow(deciding.context.db, { ...byActor(deciding), came }, depsOf(deciding.context));
    return undefined;
  });

const put: Act = async (formData, deciding) => {
  const form = parseFormData(formData, putForm, deciding.text.t);
  if (!form.ok) return formAgain(form);
  const { db } = deciding.context;
  const decided = await putSpeaker(db, { ...refOf(deciding), ...form.value }, depsOf(deciding.context));
  if (decided.ok) return back(deciding, "turn.toast.put", { name: decided.name });
  return refusedAt(form, "memberId", decided, deciding);
};

const guest: Act = async (formData, deciding) => {
  const form = parseFormData(formData, guestForm, deciding.text.t);
  if (!form.ok) return formAgain(form);
  const { db } = deciding.context;
  const { name, organisationId, email, topic } = form.value;
  const personId = email ? await findGuestAccount(db, email) : null;
  if (email && !personId)
    return formAgain(refuse(form, { field: "email", key: "turn.errors.noAccount" }), 409);
  const given = { is: "guest" as const, name, organisationId, personId };
  const wish = { ...refOf(deciding), guest: given, topic };
  const decided = await putGuest(db, wish, depsOf(deciding.context));
  if (decided.ok) return back(deciding, "turn.toast.guest", { name });
  return refusedAt(form, "name", decided, deciding);
};

const swap: Act = async (formData, deciding) => {
  const form = parseFormData(formData, swapForForm, deciding.text.t);
  if (!form.ok) return formAgain(form);
  const { swap: chosen, message } = form.value;
  const wish = { ...refOf(deciding), ...chosen, message };
  const done = await swapFor(deciding.context.db, wish, depsOf(deciding.context));
  if (done.ok) return back(deciding, "turn.toast.swapped", { name: done.name });
  return refusedAt(form, "swap", done, deciding);
};

const move: Act = async (formData, deciding) => {
  const form = parseFormData(formData, momentForm, deciding.text.t);
  if (!form.ok) return formAgain(form);
  const wish = { ...refOf(deciding), ...form.value };
  const moved = await moveTurn(deciding.context.db, wish, depsOf(deciding.context));
  if (moved.ok) return goTo(deciding, moved.date, "turn.toast.moved");
  return refusedMoment(form, moved, deciding);
};

const add: Act = async (formData, deciding) => {
  const form = parseFormData(formData, momentForm, deciding.text.t);
  if (!form.ok) return formAgain(form);
  const { organiserId, seriesId } = refOf(deciding);
  const wish = { seriesId, organiserId, ...form.value };
  const added = await addLecture(deciding.context.db, wish, depsOf(deciding.context));
  if (added.ok) return goTo(deciding, added.date, "turn.toast.added");
  return refusedMoment(form, added, deciding);
};

const slip: Act = async (formData, deciding) => {
  const form = parseFormData(formData, slipForm, deciding.text.t);
  if (!form.ok) return formAgain(form);
  const done = await slipTurn(
    deciding.context.db,
    { ...refOf(deciding), ...form.value },
    depsOf(deciding.context),
  );
  if (done.ok) return back(deciding, "turn.toast.slipped");
  return refusedAt(form, "week", done, deciding);
};

/** What an organiser can do about one week, by the hidden `intent` of its forms. */
export const turnPageActs: ReadonlyMap<unknown, Act> = new Map(
  Object.entries({
    speak,
    "open-floor": floor,
    release,
    "call-off": callOff,
    reinstate,
    "no-show": show(false),
    came: show(true),
    put,
    guest,
    swap,
    move,
    add,
    slip,
  }),
);

function refOf({ series, turn, viewer }: Deciding) {
  return { seriesId: series.id, turnId: turn.id, organiserId: viewer.personId };
}

function byActor({ series, turn, viewer }: Deciding) {
  return { seriesId: series.id, turnId: turn.id, actorId: viewer.personId };
}

function depsOf({ now, ids }: RequestContext) {
  return { now: now(), ids };
}

function back(deciding: Deciding, toast: string, values: Record<string, string> = {}): Response {
  return goTo(deciding, deciding.turn.date, toast, values);
}

function goTo(
  { context, series }: Deciding,
  date: IsoDate,
  toast: string,
  values: Record<string, string> = {},
): Response {
  context.nudge();
  return redirectWithToast(`/lectures/${series.slug}/organise/turns/${date}`, toast, values);
}

type Refusal = { ok: false; reason: string; name?: string; clashes?: Clash[] };

function refusedAt<T>(form: GoodForm<T>, field: string, refusal: Refusal, { text: { format } }: Deciding) {
  const titles = format.list(
    (refusal.clashes ?? []).map((one) => `${one.title} (${format.sessionTime(one)})`),
  );
  const values = { name: refusal.name ?? "", titles };
  return formAgain(refuse(form, { field, key: `turn.errors.${refusal.reason}`, values }), 409);
}

function refusedMoment<T>(form: GoodForm<T>, refusal: Extract<Moved, { ok: false }>, deciding: Deciding) {
  const reasons: Record<string, string> = { past: "pastDate", away: "awaySpeaker" };
  const reason = reasons[refusal.reason] ?? refusal.reason;
  return refusedAt(form, "date", { ...refusal, reason }, deciding);
}
